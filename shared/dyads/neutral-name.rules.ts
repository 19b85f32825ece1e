/**
 * What stands in the place of a withheld name: a number sign, which no chosen name can have, and a number that is the
 * member's alone in their dyad. Screens say it in words, in the language of the reader.
 */
export const neutralNameOf = (number: number): string => `#${number}`;

/** The number of a neutral name; nothing for a name that somebody chose. */
export const numberOfNeutral = (pseudonym: string): string | undefined => /^#(\d+)$/.exec(pseudonym)?.[1];
