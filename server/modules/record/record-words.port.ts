import type { RecordEntry } from '../../../shared/record/record.contract.js';
import type { Sentences } from '../../platform/i18n/sentences.js';

/** An entry of the public record as its page says it, with its texts in this language where they have it. */
export function entryWords(
  { kind, about }: Pick<RecordEntry, 'kind' | 'about'>,
  language: string,
  sentences: Sentences,
): string {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(about)) {
    if (name === 'mode' && typeof value === 'string')
      params['mode'] = sentences.say(language, 'forum', `mode.${value}.name`, {});
    else if (typeof value !== 'object') params[name] = value;
    else if (!Array.isArray(value)) params[name] = value[language] ?? value['en'] ?? Object.values(value)[0] ?? '';
  }
  return sentences.say(language, 'dyads', `record.${kind}`, params);
}
