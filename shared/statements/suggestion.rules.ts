/** What becomes of a suggestion; it is decided once. */
export const suggestionStates = ['open', 'accepted', 'declined', 'withdrawn'] as const;
export type SuggestionState = (typeof suggestionStates)[number];

export const longestSuggestionNote = 500;
/** So many may be open for one statement: more than anybody reads is no help. */
export const mostOpenSuggestions = 50;
