/**
 * What became of something that moderators had before them, on the day it was closed. `returned`: given back to the author, to
 * say it otherwise; it restricts nothing that was shown, and is counted all the same.
 */
export const closedOutcomes = ['restricted', 'returned', 'left', 'expired', 'overturned'] as const;
export type ClosedOutcome = (typeof closedOutcomes)[number];

/** Names the shape of a digest: another shape has another. */
export const digestFormat = 'entente-moderation-digest/1';

/** Names the shape of what a digest commits to. */
export const statementFormat = 'entente-statement-of-reasons/1';
