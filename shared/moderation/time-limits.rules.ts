/**
 * How long things of moderation may take, in the words of the standard (section 1.3). Every one of them is the same for
 * both sides, and every one that is running is a row in the database.
 */

/** A hold protects for so long and ends by itself. */
export const holdHours = 24;

/** The clock of a proposal, from its opening: when the other side is reminded, when everybody on call is, when it ends. */
export const secondKey = { reminderHours: 4, rosterHours: 8, hours: 12 } as const;
/** What needs a neutral key besides has more time. */
export const gravestHours = 48;

/** A panel that was drawn decides within so long; then others are drawn. */
export const panelHours = 72;
/** When no panel can be drawn, it is tried again so often. */
export const panelRetryHours = 1;

/** A key that a neutral gave for a side is looked at by that side within so long. */
export const proxyReviewHours = 72;

/** An appeal is open for so long after the decision, should be answered within the target and is within the maximum. */
export const appeal = { openMonths: 6, targetDays: 7, maximumDays: 14 } as const;

/** What was reported, and in which words, is kept until nobody can appeal any more, and so many days longer. */
export const reportedWordsDays = 30;

/** A moderator who takes up an item has it for so long, and says so often that they are still there. */
export const claim = { leaseMinutes: 5, heartbeatSeconds: 30 } as const;
