/** Who may read a statement while it is being written. */
export const statementVisibilities = ['drafters', 'members', 'public'] as const;
export type StatementVisibility = (typeof statementVisibilities)[number];

export const statementStates = ['drafting', 'frozen', 'ratified'] as const;
export type StatementState = (typeof statementStates)[number];

/** How moderators keep a draft from its readers: until something is decided, or for good. */
export const withholdings = ['held', 'removed'] as const;
export type Withholding = (typeof withholdings)[number];

export const longestStatementTitle = 200;
