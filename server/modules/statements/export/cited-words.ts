import { recordKinds } from '../../../../shared/record/record-kinds.js';
import { citationPath } from '../../../../shared/statements/citation.rules.js';
import type { CitedForAll } from '../../../../shared/statements/citation.schema.js';
import type { CitedWords } from '../../../../shared/statements/export/file-words.js';
import type { Sentences } from '../../../platform/i18n/sentences.js';

type Entry = NonNullable<Extract<CitedForAll, { kind: 'record' }>['entry']>;

/** How footnotes are said in a file: the sentences of pages, in one language. */
export interface CitingWords {
  readonly language: string;
  readonly sentences: Sentences;
  readonly day: (day: string) => string;
  /** Where the pages of the dyad are. */
  readonly site: string;
}

/** What a footnote says, and where what it cites can be read. */
export function sayCited(thing: CitedForAll | undefined, words: CitingWords): CitedWords {
  const { language, sentences, day, site } = words;
  const say = (key: string, params = {}): string => sentences.say(language, 'footnotes', key, params);
  const address = thing && `${site}/${citationPath(thing)}`;
  if (thing?.kind === 'record' && thing.entry) {
    const { seq, on } = thing.entry;
    return { words: `${say('record', { number: seq, day: day(on) })} ${entryWords(thing.entry, words)}`, address };
  }
  if (thing?.kind === 'post' && thing.state === 'there') return { words: say('post_for_members'), address };
  return { words: say('gone'), address: undefined };
}

/**
 * An entry of the public record as its page says it, with its texts in this language where they have it. Where one was
 * erased, that is said in its place, and after the sentence on which day and why.
 */
function entryWords({ kind, about, erased }: Entry, { language, sentences, day }: CitingWords): string {
  const say = (key: string, params = {}): string => sentences.say(language, 'dyads', `record.${key}`, params);
  const gone = `[${say('erased_words')}]`;
  const told = erased.length > 0 ? Object.keys(recordKinds[kind].told.shape) : [];
  const params: Record<string, string | number> = Object.fromEntries(told.map((name) => [name, gone]));
  for (const [name, value] of Object.entries(about)) {
    if (name === 'mode' && typeof value === 'string')
      params['mode'] = sentences.say(language, 'forum', `mode.${value}.name`, {});
    else if (name === 'ground' && typeof value === 'string') params['ground'] = say(`ground.${value}`);
    else if (name === 'erased_on' && typeof value === 'string') params['erased_on'] = day(value);
    else if (typeof value !== 'object') params[name] = value;
    else if (!Array.isArray(value)) params[name] = value[language] ?? value['en'] ?? Object.values(value)[0] ?? '';
  }
  const notes = erased.map(({ on, ground }) => say('was_erased', { day: day(on), ground: say(`ground.${ground}`) }));
  return [say(kind, params), ...notes].join(' ');
}
