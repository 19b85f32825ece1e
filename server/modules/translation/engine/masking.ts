import { MaskedPassage } from './masked-passage.js';
import { passagesOf } from './passages.js';
import type { TermPairs } from './term-pairs.js';
import type { Segment } from './translation-engine.js';

/** Counted up when the same text is masked otherwise: what engines made of it before is not used again then. */
export const maskVersion = 1;

/** A text taken apart: what is to be translated, and the frame that it is put back into. */
export interface Masked {
  readonly segments: readonly Segment[];
  /** Whether a segment, or a piece of one, is of this text. */
  has(id: string): boolean;
  /** The words of a segment as people wrote them. */
  wordsOf(id: string): string;
  /** Puts a translated segment together. @returns nothing when a placeholder was lost, doubled, invented or misplaced */
  restore(id: string, html: string): string | undefined;
  /** The words between the placeholders, each as a segment of its own: for an engine that loses placeholders. */
  piecesOf(id: string): readonly Segment[];
  /** Puts a segment together from its translated pieces. @returns nothing when one is missing or holds markup */
  restorePieces(id: string, pieces: ReadonlyMap<string, string>): string | undefined;
  /** The whole text, from the translated segments; untranslated ones stay as they were. */
  assemble(translated: ReadonlyMap<string, string>): string;
}

/**
 * Takes a Markdown text apart, so that an engine sees words only and can harm neither structure nor names.
 * @param name letters and digits that begin the ids of its segments, where several texts go together
 * @param terms words that both sides have agreed on, which no engine need guess
 */
export function mask(markdown: string, name = 's', terms?: TermPairs): Masked {
  const frame: (string | MaskedPassage)[] = [];
  const byId = new Map<string, MaskedPassage>();
  let from = 0;
  for (const passage of passagesOf(markdown)) {
    const segmented = MaskedPassage.of(`${name}${byId.size}`, passage, terms);
    if (!segmented) continue;
    frame.push(markdown.slice(from, passage.from), segmented);
    byId.set(segmented.id, segmented);
    from = passage.to;
  }
  frame.push(markdown.slice(from));
  return {
    segments: [...byId.values()].map(({ id, html }) => ({ id, html })),
    has: (id) => byId.has(id.replace(/-.*/, '')),
    wordsOf: (id) => byId.get(id)?.original ?? '',
    restore: (id, html) => byId.get(id)?.restore(html),
    piecesOf: (id) => byId.get(id)?.pieces() ?? [],
    restorePieces: (id, pieces) => byId.get(id)?.restorePieces(pieces),
    assemble: (translated) =>
      frame
        .map((part) => (typeof part === 'string' ? part : part.framed(translated.get(part.id) ?? part.original)))
        .join(''),
  };
}
