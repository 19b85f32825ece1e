import type { ContentMeasure, DecisionParts } from './decision-classes.rules.js';

/** What moderators decide about. Comments on documents are posts. */
export const contentKinds = ['post', 'translation', 'name', 'statement'] as const;
export type ContentKind = (typeof contentKinds)[number];

/** What a decision can do about one kind of content, beside holding it, which is possible with each. */
interface KindRules {
  readonly measures: readonly ContentMeasure[];
  /** Whether something can be done about the author: not where others, or machines, had a hand in the words. */
  readonly sanctions: boolean;
}

/** What is shown or not, as a whole. */
const whole = ['remove', 'dismiss', 'reopen'] as const satisfies readonly ContentMeasure[];

/** The one table of what can be decided about which kind: the server refuses the rest, and the desk does not offer it. */
export const kindRules: Readonly<Record<ContentKind, KindRules>> = {
  post: { measures: ['remove', 'redact', 'lock_thread', 'dismiss', 'reopen'], sanctions: true },
  translation: { measures: whole, sanctions: false },
  name: { measures: whole, sanctions: true },
  statement: { measures: whole, sanctions: false },
};

/** Whether a kind has all parts of a decision. */
export const fitsKind = (kind: ContentKind, { measure, sanction }: DecisionParts): boolean =>
  (measure === null || kindRules[kind].measures.includes(measure)) && (sanction === null || kindRules[kind].sanctions);
