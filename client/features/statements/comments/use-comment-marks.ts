import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import type { StatementThread } from '../../../../shared/statements/comment.schema.js';
import { showHighlights } from '../highlights';
import { useOpenTexts, type OpenText } from '../text-editors';
import { rangeOf } from './anchors';

/** Where the words of each thread begin on the page now; threads whose words are gone are not in it. */
export type WordsAt = ReadonlyMap<string, number>;

/**
 * Marks the words that open threads are about, and keeps the marks with them while anybody writes. What is settled is
 * marked only while it is looked at.
 */
export function useCommentMarks(threads: readonly StatementThread[], active: string | undefined): WordsAt {
  const texts = useOpenTexts();
  const [wordsAt, setWordsAt] = useState<WordsAt>(new Map());
  useEffect(() => {
    const lookAll = (): void => {
      const found = texts.flatMap((text) => mark(text, threads, active));
      setWordsAt((before) => (isSame(before, found) ? before : new Map(found)));
    };
    // What somebody else wrote is in the editor before it is in what binds it to the document: looked at a moment later.
    let timer = 0;
    const later = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (!transaction.docChanged) return;
      clearTimeout(timer);
      timer = window.setTimeout(lookAll, 0);
    };
    lookAll();
    for (const { editor } of texts) editor.on('transaction', later);
    return () => {
      clearTimeout(timer);
      for (const { editor } of texts) editor.off('transaction', later);
    };
  }, [texts, threads, active]);
  return wordsAt;
}

function mark(
  { clause, side, editor }: OpenText,
  threads: readonly StatementThread[],
  active: string | undefined,
): (readonly [string, number])[] {
  if (editor.isDestroyed) return [];
  const here = threads.filter((one) => one.clause === clause && one.side === side);
  const found = here.flatMap((one) => {
    const range = rangeOf(editor, one);
    return range ? [{ ...range, thread: one }] : [];
  });
  const shown = found.filter(({ thread }) => thread.state !== 'resolved' || thread.thread === active);
  showHighlights(
    editor,
    'comments',
    shown.map(({ from, to, thread }) => ({
      from,
      to,
      attributes: {
        class: thread.thread === active ? 'comment-mark comment-mark--active' : 'comment-mark',
        'data-thread': thread.thread,
      },
    })),
  );
  return found.map(({ from, thread }) => [thread.thread, from] as const);
}

const isSame = (before: WordsAt, now: readonly (readonly [string, number])[]): boolean =>
  before.size === now.length && now.every(([thread, at]) => before.get(thread) === at);

/** Brings a place to where the panel leaves it to be read, once the panel is there: on a phone, above the sheet. */
export function bringBeside(place: Element): void {
  const isSheet = matchMedia('(max-width: 63.99rem)').matches;
  requestAnimationFrame(() => place.scrollIntoView({ block: isSheet ? 'start' : 'nearest' }));
}

/** Goes to the words of a thread: they are selected, and on the screen. */
export function goToWords(editor: Editor, thread: StatementThread): void {
  const range = rangeOf(editor, thread);
  if (!range) return;
  bringBeside(editor.view.dom.querySelector(`[data-thread="${thread.thread}"]`) ?? editor.view.dom);
  if (editor.isEditable) editor.chain().setTextSelection(range).focus(undefined, { scrollIntoView: false }).run();
  else editor.view.dom.focus({ preventScroll: true });
}
