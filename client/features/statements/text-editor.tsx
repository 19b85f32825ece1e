import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { directionOf } from '../../../shared/language/language.js';
import type { SharedDocument } from '../../lib/shared-document';
import { useWritingKeys } from '../../lib/writing-keys';
import { EditorFootnotes } from './citations/editor-footnotes';
import { textExtensions, type CursorLabel } from './text-extensions';
import { useTextEditors } from './text-editors';
import { useTermMarks } from './terms/use-term-marks';
import { TextToolbar } from './text-toolbar';

export interface TextEditorProps {
  readonly shared: SharedDocument;
  readonly clause: string;
  readonly side: 'a' | 'b';
  readonly text: Y.XmlFragment;
  readonly language: string;
  readonly label: string;
  readonly editable: boolean;
  readonly cursorLabel: CursorLabel;
}

/** One text of a clause, written by several at once; who may only read can select words in it. */
export function TextEditor(props: TextEditorProps): ReactNode {
  const { shared, clause, side, text, language, label, editable, cursorLabel } = props;
  const { add } = useTextEditors();
  const { t, i18n } = useTranslation('footnotes');
  const { language: reader } = i18n;
  const extensions = useMemo(() => {
    const noteName = (number: number) => ({ name: t('mark', { number }), language: reader });
    return textExtensions(shared, text, { cursorLabel, noteName });
  }, [shared, text, cursorLabel, t, reader]);
  const editor = useEditor(
    {
      extensions,
      editable,
      injectCSS: false,
      // Said as JSON: an empty text would be read as HTML, which a page of ours never does.
      content: { type: 'doc', content: [{ type: 'paragraph' }] },
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-readonly': String(!editable),
          'aria-label': label,
          tabindex: '0',
          lang: language,
          dir: directionOf(language),
          class: 'clause-text',
        },
      },
    },
    [extensions, editable, label, language],
  );
  useWritingKeys(editable);
  useTermMarks(editor, language);
  useEffect(() => (editor ? add({ clause, side, editor }) : undefined), [add, clause, side, editor]);
  return (
    <>
      {editable && editor && <TextToolbar editor={editor} label={label} />}
      <EditorContent editor={editor} />
      {editor && <EditorFootnotes editor={editor} />}
    </>
  );
}
