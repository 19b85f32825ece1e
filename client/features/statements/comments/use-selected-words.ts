import { useEffect, useState } from 'react';
import type { CommentAnchor } from '../../../../shared/statements/comment.schema.js';
import { useTextEditors, type OpenText, type TextEditors } from '../text-editors';
import { allLetters, anchorsOf, lettersIn, type Range } from './anchors';

/** Words of a clause that somebody is about to say something about. */
export interface ChosenWords {
  readonly clause: string;
  readonly about: CommentAnchor;
  readonly quote: string;
}

/** The text in which words are selected now. */
export function useTextWithSelection(): OpenText | undefined {
  const editors = useTextEditors();
  const [text, setText] = useState<OpenText>();
  useEffect(() => {
    const look = (): void => setText(selectedIn(editors)?.text);
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [editors]);
  return text;
}

/** The selection, when all of it is in one text; also in a text that one may only read. */
function selectedIn(editors: TextEditors): { readonly text: OpenText; readonly range: Range } | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const text = editors.at(startContainer);
  if (!text || text !== editors.at(endContainer)) return undefined;
  const { view } = text.editor;
  const range = lettersIn(
    text.editor,
    view.posAtDOM(startContainer, startOffset),
    view.posAtDOM(endContainer, endOffset),
  );
  return range && { text, range };
}

/** The selected words, to say something about. */
export function chosenWords(editors: TextEditors): ChosenWords | undefined {
  const selected = selectedIn(editors);
  return selected && chosenIn(selected.text, selected.range);
}

/** The whole of a text, for those who cannot or need not select words in it. */
export function wholeText(text: OpenText): ChosenWords | undefined {
  const range = allLetters(text.editor);
  return range && chosenIn(text, range);
}

function chosenIn({ clause, side, editor }: OpenText, range: Range): ChosenWords | undefined {
  const anchors = anchorsOf(editor, range);
  if (!anchors) return undefined;
  return { clause, about: { side, ...anchors }, quote: editor.state.doc.textBetween(range.from, range.to, ' ') };
}

/** The thread whose words the caret is in. */
export function threadAtCaret(): string | undefined {
  const node = getSelection()?.anchorNode ?? null;
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest<HTMLElement>('[data-thread]')?.dataset['thread'];
}
