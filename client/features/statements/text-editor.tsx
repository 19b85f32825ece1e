import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { directionOf } from '../../../shared/language/language.js';
import type { SharedDocument } from '../../lib/shared-document';
import { Button } from '../../ui/button';
import { textExtensions, type CursorLabel } from './text-extensions';

export interface TextEditorProps {
  readonly shared: SharedDocument;
  readonly text: Y.XmlFragment;
  readonly language: string;
  readonly label: string;
  readonly editable: boolean;
  readonly cursorLabel: CursorLabel;
}

/** One text of a clause, written by several at once. */
export function TextEditor({ shared, text, language, label, editable, cursorLabel }: TextEditorProps): ReactNode {
  const extensions = useMemo(() => textExtensions(shared, text, cursorLabel), [shared, text, cursorLabel]);
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
          'aria-label': label,
          lang: language,
          dir: directionOf(language),
          class: 'clause-text',
        },
      },
    },
    [extensions, editable, label, language],
  );
  return (
    <>
      {editable && editor && <Toolbar editor={editor} />}
      <EditorContent editor={editor} />
    </>
  );
}

/** What can be done with the words, as buttons; each has its usual key too. */
function Toolbar({ editor }: { editor: Editor }): ReactNode {
  const { t } = useTranslation('statements');
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      heading: now.isActive('heading'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      focused: now.isFocused,
    }),
  });
  const chain = () => editor.chain().focus();
  const tools = [
    { name: 'bold', act: () => chain().toggleBold().run() },
    { name: 'italic', act: () => chain().toggleItalic().run() },
    { name: 'heading', act: () => chain().toggleHeading({ level: 2 }).run() },
    { name: 'bulletList', act: () => chain().toggleBulletList().run() },
    { name: 'orderedList', act: () => chain().toggleOrderedList().run() },
  ] as const;
  return (
    <div className="clause-tools" role="toolbar" aria-label={t('tool.label')}>
      {tools.map(({ name, act }) => (
        <Button key={name} weight="quiet" aria-pressed={active[name]} title={t(`tool.${name}`)} onClick={act}>
          {t(`tool.${name}`)}
        </Button>
      ))}
    </div>
  );
}
