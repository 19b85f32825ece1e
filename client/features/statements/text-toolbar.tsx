import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { useFootnoteDialog } from './citations/editor-footnotes';
import { LinkForm } from './link-form';

interface Tool {
  readonly name:
    'bold' | 'italic' | 'heading' | 'bulletList' | 'orderedList' | 'blockquote' | 'link' | 'footnote' | 'undo' | 'redo';
  /** Whether the words have it; tools that only do something have nothing. */
  readonly isOn?: boolean;
  readonly isIdle?: boolean;
  readonly act: () => unknown;
}

/** What can be done with the words, as buttons; each has its usual key too. One stop of Tab, arrows from one to the next. */
export function TextToolbar({ editor, label }: { editor: Editor; label: string }): ReactNode {
  const { t } = useTranslation('statement-editor');
  const [linking, setLinking] = useState(false);
  const [at, setAt] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const footnote = useFootnoteDialog(editor);
  const tools = useTools(editor, { link: () => setLinking(!linking), footnote: footnote.ask });
  const move = (event: KeyboardEvent) => {
    const next = stepOf(event, at, tools.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <>
      <div
        ref={bar}
        className="clause-tools"
        role="toolbar"
        tabIndex={-1}
        aria-label={t('tool.label', { text: label })}
        onKeyDown={move}
      >
        {tools.map(({ name, isOn, isIdle = false, act }, place) => (
          <Button
            key={name}
            weight="quiet"
            tabIndex={place === at ? 0 : -1}
            aria-pressed={isOn}
            busy={isIdle}
            onFocus={() => setAt(place)}
            // The words stay selected while a tool is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={act}
          >
            {t(`tool.${name}`)}
          </Button>
        ))}
      </div>
      {linking && <LinkForm editor={editor} close={() => setLinking(false)} />}
      {footnote.dialog}
    </>
  );
}

/** Tools that ask for more before they do something. */
type Asking = Readonly<Record<'link' | 'footnote', () => void>>;

function useTools(editor: Editor, { link, footnote }: Asking): readonly Tool[] {
  const now = useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      bold: one.isActive('bold'),
      italic: one.isActive('italic'),
      heading: one.isActive('heading'),
      bulletList: one.isActive('bulletList'),
      orderedList: one.isActive('orderedList'),
      blockquote: one.isActive('blockquote'),
      link: one.isActive('link'),
      undo: one.can().undo(),
      redo: one.can().redo(),
    }),
  });
  const chain = () => editor.chain().focus();
  return [
    { name: 'bold', isOn: now.bold, act: () => chain().toggleBold().run() },
    { name: 'italic', isOn: now.italic, act: () => chain().toggleItalic().run() },
    { name: 'heading', isOn: now.heading, act: () => chain().toggleHeading({ level: 2 }).run() },
    { name: 'bulletList', isOn: now.bulletList, act: () => chain().toggleBulletList().run() },
    { name: 'orderedList', isOn: now.orderedList, act: () => chain().toggleOrderedList().run() },
    { name: 'blockquote', isOn: now.blockquote, act: () => chain().toggleBlockquote().run() },
    { name: 'link', isOn: now.link, act: link },
    { name: 'footnote', act: footnote },
    { name: 'undo', isIdle: !now.undo, act: () => chain().undo().run() },
    { name: 'redo', isIdle: !now.redo, act: () => chain().redo().run() },
  ];
}

/** Where an arrow leads: along the line of writing, around its end. */
function stepOf({ key, currentTarget }: KeyboardEvent, at: number, count: number): number | undefined {
  const isRightToLeft = getComputedStyle(currentTarget).direction === 'rtl';
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return undefined;
  return (at + ((key === 'ArrowRight') === isRightToLeft ? count - 1 : 1)) % count;
}
