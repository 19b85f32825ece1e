import { recordKinds, type RecordKind } from './record-kinds.js';

const isKind = (type: string): type is RecordKind => Object.hasOwn(recordKinds, type);

/**
 * The paths at which an entry of a kind tells everybody something, given what it was seen to tell: `title.bg` where that was
 * shown, and `title` where nothing of the title was. Of kinds that this version does not know, nothing is expected.
 */
export function publicPaths(type: string, shown: readonly string[]): string[] {
  if (!isKind(type)) return [];
  const parts = Object.entries(recordKinds[type].told.shape).filter(([, part]) => !part.safeParse(undefined).success);
  return parts.flatMap(([name]) => {
    const paths = shown.filter((path) => path === name || path.startsWith(`${name}.`));
    return paths.length > 0 ? paths : [name];
  });
}
