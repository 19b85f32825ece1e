const patterns = {
  /** Begins only where a word does, and parts are bounded (RFC 5321), so hostile text takes no longer than other text. */
  email: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/u,
  /** Eight digits or more, as people write telephone numbers: with a plus, spaces, hyphens, brackets; in any digits. */
  phone: /(?<![\p{N}\p{L}])\+?\p{Nd}(?:[ ().\-/]{0,2}\p{Nd}){7,14}(?![\p{N}\p{L}])/u,
} as const;

/** Kinds of personal data that a text seems to hold: a hint to its author before it is published, never a refusal. */
export function personalDataIn(text: string): (keyof typeof patterns)[] {
  return (['email', 'phone'] as const).filter((kind) => patterns[kind].test(text));
}
