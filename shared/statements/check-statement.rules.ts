import { canonicalStatementJson } from './canonical.rules.js';
import type { RatifiedStatement } from './ratified.schema.js';

/** A part of a statement that is not what was signed; clauses by their number, from 1. */
export type Difference = 'title' | 'languages' | 'clauses' | { readonly clause: number };

/** What somebody finds who checks a ratified statement without believing anything that it says of itself. */
export interface StatementCheck {
  /** The fingerprint of the canonical characters, worked out anew. */
  readonly hash: string;
  /** Whether it is the one that is said to have been signed. */
  readonly hashHolds: boolean;
  /** Whether a text is said to be erased since: then nobody can work the fingerprint out any more, nor say that it holds. */
  readonly isErased: boolean;
  /** Whether the texts, written down by the rules again, are these characters. */
  readonly textsHold: boolean;
  /** Where they are not, as far as that can be told. */
  readonly differences: readonly Difference[];
  /** Whether as many organisations of each side signed before it was ratified as had to. */
  readonly quorumHolds: boolean;
}

export const holds = ({ hashHolds, textsHold, quorumHolds }: StatementCheck): boolean =>
  hashHolds && textsHold && quorumHolds;

/**
 * Checks a ratified statement by its own parts. It cannot show who signed: only that texts, characters and fingerprint are
 * of one another.
 * @param sha256 of a text's UTF-8, in hexadecimal
 */
export async function checkStatement(
  statement: RatifiedStatement,
  sha256: (text: string) => string | Promise<string>,
): Promise<StatementCheck> {
  const hash = await sha256(statement.canonical);
  const textsHold = canonicalStatementJson(statement) === statement.canonical;
  return {
    hash,
    hashHolds: hash === statement.hash,
    isErased: statement.erased.length > 0,
    textsHold,
    differences: textsHold ? [] : differencesOf(statement),
    quorumHolds: (['a', 'b'] as const).every((side) => signaturesOf(statement, side) >= statement.quorum),
  };
}

/** Organisations of a side that signed in time; one that signed twice counts once. */
const signaturesOf = ({ signatures }: RatifiedStatement, side: 'a' | 'b'): number =>
  new Set(
    signatures
      .filter(({ kind, organisation }) => kind === 'signed' && organisation.side === side)
      .map(({ organisation }) => organisation.id),
  ).size;

interface Parts {
  readonly title?: unknown;
  readonly languages?: unknown;
  readonly clauses?: unknown;
}

function differencesOf(statement: RatifiedStatement): Difference[] {
  const shown = partsOf(canonicalStatementJson(statement));
  const signed = partsOf(statement.canonical);
  const [ours, theirs] = [listOf(shown.clauses), listOf(signed.clauses)];
  return [
    ...(isSame(shown.title, signed.title) ? [] : (['title'] as const)),
    ...(isSame(shown.languages, signed.languages) ? [] : (['languages'] as const)),
    ...(ours.length === theirs.length ? [] : (['clauses'] as const)),
    ...ours.flatMap((one, at) => (at >= theirs.length || isSame(one, theirs[at]) ? [] : [{ clause: at + 1 }])),
  ];
}

function partsOf(json: string): Parts {
  try {
    const read: unknown = JSON.parse(json);
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** Both were read from JSON whose keys are sorted, or from one that nobody should trust. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
