/** How many letters of a pseudonym a search needs, and how many members it finds at most. */
export const memberSearch = { letters: 2, most: 20 } as const;
