import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useState, type ReactNode } from 'react';
import { footnotesIn } from './citation-node';
import { FootnoteDialog } from './footnote-dialog';
import { FootnoteList } from './footnotes';

/** The footnotes of a text that is being written, as they stand in it now. */
export function EditorFootnotes({ editor }: { editor: Editor }): ReactNode {
  const notes = useEditorState({ editor, selector: ({ editor: one }) => footnotesIn(one) });
  return <FootnoteList notes={notes} />;
}

/** The dialog to cite something in a text, and what opens it; while one writes, the usual key for footnotes does. */
export function useFootnoteDialog(editor: Editor): { readonly ask: () => void; readonly dialog: ReactNode } {
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyF' || !editor.isFocused) return;
      event.preventDefault();
      setAsking(true);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [editor]);
  const close = () => {
    setAsking(false);
    editor.commands.focus();
  };
  return { ask: () => setAsking(true), dialog: asking && <FootnoteDialog editor={editor} close={close} /> };
}
