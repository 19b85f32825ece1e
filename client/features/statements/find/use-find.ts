import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { showHighlights } from '../highlights';
import { standsBefore, useOpenTexts, type OpenText } from '../text-editors';
import { findWords } from './find-words';

interface Place {
  readonly text: OpenText;
  readonly from: number;
  readonly to: number;
}

export interface Find {
  readonly count: number;
  /** Which of them one is at, from 1; 0 before one has gone to any. */
  readonly at: number;
  readonly step: (by: 1 | -1) => void;
}

/** Finds words in every text on the page, in the order in which they are read, and marks them while they are sought. */
export function useFind(sought: string, languageOf: { readonly a: string; readonly b: string }): Find {
  const texts = useOpenTexts();
  const [writing, setWriting] = useState(0);
  const [current, setCurrent] = useState({ sought, at: 0 });
  const at = current.sought === sought ? current.at : 0;
  useEffect(() => {
    if (sought === '') return undefined;
    const written = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (transaction.docChanged) setWriting((count) => count + 1);
    };
    for (const { editor } of texts) editor.on('transaction', written);
    return () => {
      for (const { editor } of texts) editor.off('transaction', written);
    };
  }, [texts, sought]);
  const { a, b } = languageOf;
  const places = useMemo(() => placesIn(texts, sought, { a, b, writing }), [texts, sought, a, b, writing]);
  useEffect(() => {
    for (const { editor } of texts) {
      const here = places.flatMap((place, index) => (place.text.editor === editor ? [{ ...place, index }] : []));
      showHighlights(
        editor,
        'found',
        here.map(({ from, to, index }) => ({
          from,
          to,
          attributes: { class: index === at - 1 ? 'found-words found-words--current' : 'found-words' },
        })),
      );
    }
  }, [texts, places, at]);
  const step = useCallback(
    (by: 1 | -1) => {
      if (places.length === 0) return;
      const next = at === 0 ? (by === 1 ? 1 : places.length) : ((at - 1 + by + places.length) % places.length) + 1;
      setCurrent({ sought, at: next });
      const place = places[next - 1];
      if (place) bring(place);
    },
    [places, at, sought],
  );
  return { count: places.length, at: Math.min(at, places.length), step };
}

function placesIn(
  texts: readonly OpenText[],
  sought: string,
  languageOf: { readonly a: string; readonly b: string; readonly writing: number },
): Place[] {
  if (sought.trim() === '') return [];
  return texts.toSorted(standsBefore).flatMap((text) => {
    if (text.editor.isDestroyed) return [];
    return blocksOf(text.editor).flatMap(({ words, at }) =>
      findWords(words, sought, languageOf[text.side]).map(({ from, to }) => ({ text, from: at + from, to: at + to })),
    );
  });
}

/** The paragraphs of a text, each with where its words begin; what is no letter counts as one sign, as in the editor. */
function blocksOf(editor: Editor): { words: string; at: number }[] {
  const blocks: { words: string; at: number }[] = [];
  editor.state.doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    blocks.push({ words: node.textBetween(0, node.content.size, undefined, '\uFFFC'), at: at + 1 });
    return false;
  });
  return blocks;
}

function bring({ text, from }: Place): void {
  const { node } = text.editor.view.domAtPos(from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
}
