import type { RecordKind } from './record-kinds.js';

const which = ['commitment', 'title'] as const;

/**
 * What entries of a kind always tell everybody, without a schema: the page that checks receipts has none. A test holds it
 * to `recordKinds`; what may be left out, or told with nothing in it, is not here, nor are kinds that tell nothing.
 */
export const publicParts: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  'dyad.founded': ['name'],
  'disclosure.published': ['title'],
  'topic.opened': ['topic', 'title'],
  'topic.mode_changed': ['topic', 'title'],
  'statement.ratified': ['statement', 'title', 'hash'],
  'statement.acceded': ['statement', 'title', 'hash'],
  'commitment.published': [...which, 'hash'],
  'commitment.suspended': [...which, 'reason'],
  'commitment.resumed': which,
  'commitment.withdrawn': [...which, 'reason'],
  'commitment.superseded': [...which, 'successor'],
  'milestone.missed': [...which, 'milestone_title'],
  'progress.reported': [...which, 'narrative'],
  'progress.acknowledged': which,
  'progress.disputed': [...which, 'reason'],
  'progress.unanswered': which,
  'progress.withdrawn': [...which, 'reason'],
  'progress.evaluated': [...which, 'reasons', 'uncertainty'],
};

const isTelling = (type: string): type is RecordKind => Object.hasOwn(publicParts, type);

/**
 * The paths at which an entry of a kind tells everybody something, given what it was seen to tell: `title.bg` where that was
 * shown, and `title` where nothing of the title was. Of kinds that this version does not know, nothing is expected.
 */
export function publicPaths(type: string, shown: readonly string[]): string[] {
  const parts = isTelling(type) ? (publicParts[type] ?? []) : [];
  return parts.flatMap((name) => {
    const paths = shown.filter((path) => path === name || path.startsWith(`${name}.`));
    return paths.length > 0 ? paths : [name];
  });
}
