import * as Y from 'yjs';
import { deepestNesting, statementShape } from '../../../../shared/documents/document-shape.js';
import { longestQuote } from '../../../../shared/statements/comment.rules.js';

/** A place in a text: one of its runs of words, and how far into it. */
interface Spot {
  readonly words: Y.XmlText;
  readonly at: number;
}

export interface Anchor {
  readonly clause: string;
  readonly side: 'a' | 'b';
  readonly start: Uint8Array;
  readonly end: Uint8Array;
}

/**
 * The words between two relative positions, read from the document: nobody says for others what they wrote. Nothing when
 * the positions are none, are not in this text of this clause, or have no words between them any more.
 */
export function quotedWords(doc: Y.Doc, { clause, side, start, end }: Anchor): string | undefined {
  const entry = doc.getMap(statementShape.structure).get(clause);
  const text: unknown = entry instanceof Y.Map ? entry.get(side) : undefined;
  if (!(text instanceof Y.XmlFragment)) return undefined;
  const [from, to] = [spotOf(doc, start), spotOf(doc, end)];
  if (!from || !to) return undefined;
  const runs = runsOf(text, 0);
  const [first, last] = [runs.indexOf(from.words), runs.indexOf(to.words)];
  if (first < 0 || last < first) return undefined;
  const words = runs
    .slice(first, last + 1)
    .map((run) => plain(run).slice(run === from.words ? from.at : 0, run === to.words ? to.at : undefined))
    .join(' ')
    .trim();
  return words === '' ? undefined : [...words].slice(0, longestQuote).join('');
}

/** Only a position beside a letter is one: a name of a root, which Yjs would make where there is none, is refused. */
function spotOf(doc: Y.Doc, bytes: Uint8Array): Spot | undefined {
  try {
    const relative = Y.decodeRelativePosition(bytes);
    if (relative.item === null) return undefined;
    const found = Y.createAbsolutePositionFromRelativePosition(relative, doc);
    return found?.type instanceof Y.XmlText ? { words: found.type, at: found.index } : undefined;
  } catch {
    // Bytes that say nothing.
    return undefined;
  }
}

/** The runs of words of a text, in their order. */
function runsOf(parent: Y.XmlFragment, depth: number): Y.XmlText[] {
  if (depth > deepestNesting) return [];
  return parent
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? runsOf(child, depth + 1) : [],
    );
}

/** The letters of a run without its marks, each thing in it as one sign, as Yjs counts. */
const plain = (run: Y.XmlText): string =>
  (run.toDelta() as readonly { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC'))
    .join('');
