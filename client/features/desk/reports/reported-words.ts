import type { RichText } from '../../../../shared/language/rich-text.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';

type Version = DeskItem['reports']['versions'][number];

const same = (one: RichText, other: RichText | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Whether what was reported reads otherwise than what is there now, in the original, in a text that is as authentic or in a
 * translation that was shown; also where the reported words are kept no more, and nobody can tell.
 */
export function differsFrom({ body, language, facing, translations }: DeskItem, { words }: Version): boolean {
  if (!words) return true;
  const now = new Map<string, RichText>([
    [language, body],
    ...(facing ? [[facing.language, facing.body] as const] : []),
    ...translations.flatMap((one) => (one.body ? [[one.language, one.body] as const] : [])),
  ]);
  return [words, ...words.translations].some((one) => !same(one.body, now.get(one.language)));
}
