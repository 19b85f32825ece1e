import { createHash } from 'node:crypto';
import { canonicalJson, isEmptyText } from '../../../shared/statements/canonical.rules.js';
import { fallenSides, stateOfClause, type ClauseState } from '../../../shared/statements/clause.lifecycle.js';
import type { DocumentClause } from './statement-document.js';
import type { ClauseKeyRow } from './statement.repository.js';

/** A clause with what became of it. */
export interface JudgedClause extends DocumentClause {
  readonly hash: string;
  readonly state: ClauseState;
  readonly fell: readonly ('a' | 'b')[];
  /** Keys that were not taken back, the newest of each side and kind. */
  readonly keys: readonly (ClauseKeyRow & { readonly kind: 'agree' | 'align'; readonly holds: boolean })[];
}

/** The hash that keys are given to: SHA-256 of the canonical form of both texts, in hexadecimal. */
export const hashOfClause = ({ texts }: DocumentClause): string =>
  createHash('sha256').update(canonicalJson(texts)).digest('hex');

/** Nobody agrees to a clause that says nothing in one of its languages. */
export const hasBothTexts = ({ texts }: DocumentClause): boolean => !isEmptyText(texts.a) && !isEmptyText(texts.b);

/** How far a clause is, from its texts and the keys that were given to it. */
export function judge(clause: DocumentClause, all: readonly ClauseKeyRow[], isFrozen: boolean): JudgedClause {
  const hash = hashOfClause(clause);
  const standing = standingKeys(all.filter(({ clauseId }) => clauseId === clause.id));
  const keys = standing.map((key) => ({ ...key, holds: key.hash.toString('hex') === hash }));
  const story = {
    hash,
    isFrozen,
    hasBothTexts: hasBothTexts(clause),
    keys: standing.map(({ side, kind, hash: to }) => ({ side, kind, hash: to.toString('hex'), withdrawn: false })),
  };
  return { ...clause, hash, state: stateOfClause(story), fell: fallenSides(story), keys };
}

type GivenKey = ClauseKeyRow & { readonly kind: 'agree' | 'align' };

/** The newest key of each side and kind; a withdrawal takes all earlier ones of its side away. */
function standingKeys(keys: readonly ClauseKeyRow[]): GivenKey[] {
  const standing = new Map<string, GivenKey>();
  for (const key of keys) {
    if (key.kind !== 'withdraw') {
      standing.delete(`${key.side} ${key.kind}`);
      standing.set(`${key.side} ${key.kind}`, { ...key, kind: key.kind });
    } else for (const kind of ['agree', 'align']) standing.delete(`${key.side} ${kind}`);
  }
  return [...standing.values()];
}
