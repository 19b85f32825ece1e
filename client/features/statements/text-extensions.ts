import { Extension, type AnyExtension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { StarterKit } from '@tiptap/starter-kit';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { SharedDocument } from '../../lib/shared-document';
import type * as Y from 'yjs';
import { CitationNode, type NoteName } from './citations/citation-node';
import { Highlights } from './highlights';
import { LinkMark } from './link-mark';
import { TermMarks } from './terms/term-marks';

/** Who a remote cursor belongs to, as the server says. */
interface CursorUser {
  readonly name?: string;
  readonly side?: 'a' | 'b' | 'neutral';
}

/** What is shown in a text and is not in it: who writes where, and what footnotes are called. */
interface Names {
  readonly cursorLabel: CursorLabel;
  readonly noteName: NoteName;
}

/** What a text of a clause may hold: the elements and marks of `statementShape`, and nothing that it does not name. */
export function textExtensions(
  shared: SharedDocument,
  text: Y.XmlFragment,
  { cursorLabel, noteName }: Names,
): AnyExtension[] {
  return [
    StarterKit.configure({
      undoRedo: false,
      heading: { levels: [2, 3] },
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      horizontalRule: false,
      dropcursor: false,
      trailingNode: false,
      link: false,
    }),
    LinkMark,
    CitationNode.configure({ noteName }),
    OwnDirection,
    Highlights,
    TermMarks,
    Collaboration.configure({ fragment: text }),
    Extension.create({
      name: 'othersCursors',
      addProseMirrorPlugins: () => [yCursorPlugin(shared.provider.awareness, { cursorBuilder: cursorOf(cursorLabel) })],
    }),
  ];
}

/** Each paragraph goes the way of its own first letter; that is shown, and not a part of the document. */
const OwnDirection = Extension.create({
  name: 'ownDirection',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading'],
      attributes: { dir: { default: null, parseHTML: () => null, renderHTML: () => ({ dir: 'auto' }) } },
    },
  ],
});

export type CursorLabel = (user: CursorUser) => string;

/** A caret with the name of who writes there; sides are told apart by the letter in the label, not by a colour. */
const cursorOf =
  (label: CursorLabel) =>
  (user: CursorUser): HTMLElement => {
    const cursor = document.createElement('span');
    cursor.className = 'others-cursor';
    const name = document.createElement('bdi');
    name.className = 'others-cursor__name';
    name.textContent = label(user);
    cursor.append('\u2060', name, '\u2060');
    return cursor;
  };
