/** How long an edited text rests before engines take it up, in seconds: who edits once often edits again. */
export const retranslation = { afterEdit: 5, afterRepeatedEdits: 30, repeatedWithin: 300 };

/**
 * How long the newest text of several rests before it is translated, in seconds.
 * @param sinceEdits how long ago each earlier edit was, in seconds; the first writing is none
 */
export function restOf(sinceEdits: readonly number[]): number {
  const isRepeated = sinceEdits.some((seconds) => seconds <= retranslation.repeatedWithin);
  return isRepeated ? retranslation.afterRepeatedEdits : retranslation.afterEdit;
}
