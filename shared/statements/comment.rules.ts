/** The most words of a clause that a comment names as what it is about, in characters. */
export const longestQuote = 300;

/** A relative position of Yjs is some twenty bytes; more is none. */
export const longestAnchor = 64;

/** The name by which the topics of statements are known to the forum. */
export const statementPlace = 'statement';
