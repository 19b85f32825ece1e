/** How long a post and a title may be, in characters. */
export const postMaximum = 10_000;
export const titleMaximum = 160;

/** A name that is one word to the reader of mentions, and does not end with a sign that belongs to the sentence. */
const oneWord = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.'’-]{0,38}[\p{L}\p{M}\p{N}_]$/u;

/** How a member is mentioned in a text: `@name`, or `@"name with spaces"`. */
export const mentionOf = (pseudonym: string): string => (oneWord.test(pseudonym) ? `@${pseudonym}` : `@"${pseudonym}"`);

/** Words of a post as a quote that names the post, to begin a text with. */
export function quotationOf(post: string, words: string): string {
  const lines = words.trim().split(/\r?\n/);
  return `${[`[quote:${post}]`, ...lines].map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
}
