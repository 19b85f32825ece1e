/** What moderators tell a member: what they decided about them, and what became of what they reported. */
export const noticeKinds = ['decision', 'report'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Who decided: one moderator, which is enough for a hold; keys of both sides; a panel, also on appeal; a detector of spam. */
export const decidedBy = ['key', 'keys', 'panel', 'appeal', 'machine'] as const;
export type DecidedBy = (typeof decidedBy)[number];

/** So many notices are listed at once. */
export const noticesAtOnce = 20;
