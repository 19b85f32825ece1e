import { erasedText, withoutErased } from '../../../shared/language/erased-text.rules.js';
import type { RecordEntry } from '../../../shared/record/record.contract.js';
import { recordKinds } from '../../../shared/record/record-kinds.js';
import type { Sentences } from '../../platform/i18n/sentences.js';

/** The language in which an entry is said, and how days are said in it. */
export interface EntryWords {
  readonly language: string;
  readonly sentences: Sentences;
  readonly day: (day: string) => string;
}

/** What stands in an entry as a day, and is said as readers say days. */
const days: readonly string[] = ['erased_on', 'retires_on'];

/**
 * An entry of the public record as its page says it, with its texts in this language where they have it. Where one was
 * erased, that is said in its place, and after the sentence on which day and why.
 */
export function entryWords(
  { kind, about, erased }: Pick<RecordEntry, 'kind' | 'about' | 'erased'>,
  { language, sentences, day }: EntryWords,
): string {
  const say = (key: string, params = {}): string => sentences.say(language, 'dyads', `record.${key}`, params);
  const gone = `[${say('erased_words')}]`;
  const told = erased.length > 0 ? Object.keys(recordKinds[kind].told.shape) : [];
  const params: Record<string, string | number> = Object.fromEntries(told.map((name) => [name, gone]));
  for (const [name, value] of Object.entries(about)) {
    if (name === 'mode' && typeof value === 'string')
      params['mode'] = sentences.say(language, 'forum', `mode.${value}.name`, {});
    else if (name === 'ground' && typeof value === 'string') params['ground'] = say(`ground.${value}`);
    else if (days.includes(name) && typeof value === 'string') params[name] = day(value);
    else if (name === 'reason' && typeof value === 'string') params['reason'] = say(`key_reason.${value}`);
    else if (typeof value !== 'object') params[name] = value === erasedText ? gone : value;
    else if (!Array.isArray(value)) params[name] = textIn(withoutErased(value), language) ?? gone;
  }
  const notes = erased.map(({ on, ground }) => say('was_erased', { day: day(on), ground: say(`ground.${ground}`) }));
  return [say(kind, params), ...notes].join(' ');
}

const textIn = (texts: Readonly<Record<string, string>>, language: string): string | undefined =>
  texts[language] ?? texts['en'] ?? Object.values(texts)[0];
