import { useEffect, type RefObject } from 'react';
import { placesOf } from './found-words';

const name = 'found-words';

/** The pieces of text within an element, as they stand in the page. */
function* piecesIn(root: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) yield node;
}

function rangeOf(piece: Text, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(piece, start);
  range.setEnd(piece, end);
  return range;
}

/** Marks words within an element for the eyes; nothing of the text is touched. Browsers that cannot leave it unmarked. */
export function useHighlightedWords(root: RefObject<HTMLElement | null>, words: readonly string[]): void {
  const sought = words.join('\n');
  useEffect(() => {
    if (!root.current || sought === '' || !('highlights' in CSS)) return undefined;
    const ranges = [...piecesIn(root.current)].flatMap((piece) =>
      placesOf(piece.data, sought.split('\n')).map(({ start, end }) => rangeOf(piece, start, end)),
    );
    CSS.highlights.set(name, new Highlight(...ranges));
    return () => {
      CSS.highlights.delete(name);
    };
  }, [root, sought]);
}
