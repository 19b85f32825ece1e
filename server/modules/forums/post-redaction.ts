/** What stands for a passage that was taken out: as long for a word as for a page. */
const blackened = '█████';

/** A text with passages taken out, every one wherever it stands; the longer ones first, so that none is cut by another. */
export const redacted = (source: string, passages: readonly string[]): string =>
  passages
    .toSorted((one, other) => other.length - one.length)
    .reduce((text, passage) => text.replaceAll(passage, () => blackened), source);
