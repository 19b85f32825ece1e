import type { z } from 'zod';
import { recordKinds, type RecordKind } from './record-kinds.js';

/** What may be left out, or told with nothing in it, is not expected. */
const isExpected = (part: z.ZodType): boolean => [undefined, {}].every((nothing) => !part.safeParse(nothing).success);

const isKind = (type: string): type is RecordKind => Object.hasOwn(recordKinds, type);

/**
 * The paths at which an entry of a kind tells everybody something, given what it was seen to tell: `title.bg` where that was
 * shown, and `title` where nothing of the title was. Of kinds that this version does not know, nothing is expected.
 */
export function publicPaths(type: string, shown: readonly string[]): string[] {
  if (!isKind(type)) return [];
  const parts = Object.entries(recordKinds[type].told.shape).filter(([, part]) => isExpected(part));
  return parts.flatMap(([name]) => {
    const paths = shown.filter((path) => path === name || path.startsWith(`${name}.`));
    return paths.length > 0 ? paths : [name];
  });
}
