import type { TermStatus } from '../../../../shared/translation/glossary.rules.js';

/**
 * How statuses are called in TBX-Basic (`administrativeStatus`, ISO 30042:2019). It has no word for a term that two sides
 * disagree about: such a term has no status there and a note that says so.
 */
export const administrativeStatus: Readonly<Record<Exclude<TermStatus, 'contested'>, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
};

/** What else TBX calls a term that is not to be used. */
export const superseded = 'supersededTerm-admn-sts';

/** Notes of a term by which its own properties come back; to other programs they are words. */
export const ownNotes = {
  contested: 'x-entente-status: contested',
  form: 'x-entente-form: ',
  stem: 'x-entente-stem: ',
} as const;

/** Before the id of a concept, since an id in XML begins with a letter. */
export const idPrefix = 'c-';
