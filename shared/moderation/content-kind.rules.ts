import type { DyadMember, Role } from '../access/actor.js';
import type { ContentMeasure, DecisionParts } from './decision-classes.rules.js';

/** What moderators decide about. Comments on documents are posts. */
export const contentKinds = ['post', 'translation', 'name', 'statement'] as const;
export type ContentKind = (typeof contentKinds)[number];

/** What a decision can do about one kind of content, beside holding it, which is possible with each. */
interface KindRules {
  readonly measures: readonly ContentMeasure[];
  /** Whether something can be done about the author: not where others, or machines, had a hand in the words. */
  readonly sanctions: boolean;
  /** The role whose holders all have a hand in the words, where these are no single person's. */
  readonly writers: Role | null;
}

/** What is shown or not, as a whole. */
const whole = ['remove', 'dismiss', 'reopen'] as const satisfies readonly ContentMeasure[];

/** The one table of what can be decided about which kind: the server refuses the rest, and the desk does not offer it. */
export const kindRules: Readonly<Record<ContentKind, KindRules>> = {
  post: { measures: ['remove', 'redact', 'lock_thread', 'dismiss', 'reopen'], sanctions: true, writers: null },
  translation: { measures: whole, sanctions: false, writers: null },
  name: { measures: whole, sanctions: true, writers: null },
  statement: { measures: whole, sanctions: false, writers: 'drafter' },
};

/** Whether a kind has all parts of a decision. */
export const fitsKind = (kind: ContentKind, { measure, sanction }: DecisionParts): boolean =>
  (measure === null || kindRules[kind].measures.includes(measure)) && (sanction === null || kindRules[kind].sanctions);

/** Words of a kind, and who stands near to them. */
export interface WordsOfSomebody {
  readonly kind: ContentKind;
  readonly authorId: string;
  /** Of words of many: those who wrote in them. */
  readonly concerns: readonly string[];
}

/**
 * Whether somebody has a hand in words: their author, or, of what many write, whoever writes it now or wrote in it. They
 * report and decide nothing about them.
 */
export function hasHandIn(
  { kind, authorId, concerns }: WordsOfSomebody,
  { memberId, roles }: Pick<DyadMember, 'memberId' | 'roles'>,
): boolean {
  const { writers } = kindRules[kind];
  return authorId === memberId || (writers !== null && (roles.includes(writers) || concerns.includes(memberId)));
}
