/** What became of something that moderators had before them, on the day it was closed. */
export const closedOutcomes = ['restricted', 'left', 'expired', 'overturned'] as const;
export type ClosedOutcome = (typeof closedOutcomes)[number];

/** Names the shape of a digest: another shape has another. */
export const digestFormat = 'entente-moderation-digest/1';

/** Names the shape of what a digest commits to. */
export const statementFormat = 'entente-statement-of-reasons/1';
