import type { MemberView } from '../../../../shared/dyads/dyad.schema.js';
import type { ClauseTexts } from '../../../../shared/statements/statement-text.schema.js';
import type { VersionBrief, VersionView } from '../../../../shared/statements/version.schema.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { VersionHead, VersionRow } from './version.repository.js';

/** What stands in the canonical text of a version: it is read back from the very characters that were hashed. */
export interface VersionSubstance {
  readonly title: Record<string, string>;
  readonly languages: { readonly a: string; readonly b: string };
  readonly clauses: readonly ({ readonly id: string } & ClauseTexts)[];
}

export const substanceOf = ({ canonical }: Pick<VersionRow, 'canonical'>): VersionSubstance =>
  JSON.parse(canonical) as VersionSubstance;

const plate = ({ number, kind, name, nameLanguage, restores, at, hash }: VersionHead, by: MemberView) => ({
  number,
  kind,
  name: name !== null && nameLanguage !== null ? { text: name, language: nameLanguage } : null,
  restores,
  on: dayOf(at),
  by,
  hash,
});

/** @param before the version before, when there is one */
export const versionBrief = (row: VersionHead, by: MemberView, before: VersionHead | undefined): VersionBrief => ({
  ...plate(row, by),
  clauses: row.clauses.length,
  since: before ? since(before.clauses, row.clauses) : null,
});

export function versionView(row: VersionRow, by: MemberView): VersionView {
  const { title, languages, clauses } = substanceOf(row);
  return {
    ...plate(row, by),
    title,
    languages,
    clauses: clauses.map(({ id, a, b }) => ({ id, texts: { a: [...a], b: [...b] } })),
  };
}

function since(before: VersionHead['clauses'], after: VersionHead['clauses']): VersionBrief['since'] {
  const [old, young] = [hashes(before), hashes(after)];
  const numbers = (of: VersionHead['clauses'], holds: (one: { id: string; hash: string }) => boolean): number[] =>
    of.flatMap((one, at) => (holds(one) ? [at + 1] : []));
  const stayed = (of: VersionHead['clauses']): string =>
    of.flatMap(({ id }) => (old.has(id) && young.has(id) ? [id] : [])).join();
  return {
    added: numbers(after, ({ id }) => !old.has(id)),
    changed: numbers(after, ({ id, hash }) => old.has(id) && old.get(id) !== hash),
    removed: numbers(before, ({ id }) => !young.has(id)),
    reordered: stayed(before) !== stayed(after),
  };
}

const hashes = (clauses: VersionHead['clauses']): ReadonlyMap<string, string> =>
  new Map(clauses.map(({ id, hash }) => [id, hash]));
