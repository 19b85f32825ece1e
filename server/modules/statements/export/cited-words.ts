import { citationPath } from '../../../../shared/statements/citation.rules.js';
import type { CitedForAll } from '../../../../shared/statements/citation.schema.js';
import type { CitedWords } from '../../../../shared/statements/export/file-words.js';
import type { Sentences } from '../../../platform/i18n/sentences.js';
import { entryWords } from '../../record/record-words.port.js';

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
    return {
      words: `${say('record', { number: seq, day: day(on) })} ${entryWords(thing.entry, words)}`,
      address,
    };
  }
  if (thing?.kind === 'post' && thing.state === 'there') return { words: say('post_for_members'), address };
  return { words: say('gone'), address: undefined };
}
