import type { MemberView } from '../../../../shared/dyads/dyad.schema.js';
import type { Authorship, WrittenRun } from '../../../../shared/statements/history.schema.js';
import type { ClientRun, WrittenClause } from './written-runs.js';

/** Names the people behind the clients; neighbouring words of one person are one run, whichever page they had open. */
export function authorshipOf(
  clauses: readonly WrittenClause[],
  writers: ReadonlyMap<number, string>,
  people: ReadonlyMap<string, MemberView>,
): Authorship {
  const seen = new Set<string>();
  const named = (line: readonly ClientRun[]): WrittenRun[] => {
    const runs: WrittenRun[] = [];
    for (const { text, client } of line) {
      const writer = writers.get(client);
      const by = writer !== undefined && people.has(writer) ? writer : null;
      if (by !== null) seen.add(by);
      const last = runs.at(-1);
      if (last && last.by === by) runs[runs.length - 1] = { text: last.text + text, by };
      else runs.push({ text, by });
    }
    return runs;
  };
  const told = clauses.map(({ id, a, b }) => ({ id, a: a.map(named), b: b.map(named) }));
  return { clauses: told, people: [...people.values()].filter((one) => seen.has(one.id)) };
}
