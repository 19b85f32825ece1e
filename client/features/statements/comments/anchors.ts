import type { Editor } from '@tiptap/core';
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { statementShape } from '../../../../shared/documents/document-shape.js';

type Mapping = Parameters<typeof absolutePositionToRelativePosition>[2];

/** What binds an editor to its text. */
interface Bound {
  readonly doc: Y.Doc;
  readonly text: Y.XmlFragment;
  readonly mapping: Mapping;
}

function boundOf(editor: Editor): Bound | undefined {
  const state = ySyncPluginKey.getState(editor.state) as
    { doc: Y.Doc; type: Y.XmlFragment; binding: { mapping: Mapping } | null } | undefined;
  return state?.binding ? { doc: state.doc, text: state.type, mapping: state.binding.mapping } : undefined;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** From the first letter to the last between two places; nothing when there is none. */
export function lettersIn(editor: Editor, from: number, to: number): Range | undefined {
  let first: number | undefined;
  let last = 0;
  editor.state.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return;
    first ??= Math.max(from, at);
    last = Math.min(to, at + node.nodeSize);
  });
  return first !== undefined && first < last ? { from: first, to: last } : undefined;
}

/** The whole of a text, from its first letter to its last. */
export const allLetters = (editor: Editor): Range | undefined => lettersIn(editor, 0, editor.state.doc.content.size);

/** A range as positions that stay with its first and its last letter, whatever is written around and between them. */
export function anchorsOf(editor: Editor, { from, to }: Range): { start: string; end: string } | undefined {
  const bound = boundOf(editor);
  const start = bound && positionAt(bound, from, 0);
  const end = bound && positionAt(bound, to, -1);
  return start !== undefined && end !== undefined ? { start, end } : undefined;
}

function positionAt({ doc, text, mapping }: Bound, at: number, assoc: number): string | undefined {
  const near = absolutePositionToRelativePosition(at, text, mapping) as Y.RelativePosition;
  const found = Y.createAbsolutePositionFromRelativePosition(near, doc);
  if (!(found?.type instanceof Y.XmlText)) return undefined;
  const position = Y.createRelativePositionFromTypeIndex(found.type, found.index, assoc);
  return position.item === null ? undefined : encoded(Y.encodeRelativePosition(position));
}

/** Where the words are now; nothing when they are gone. */
export function rangeOf(editor: Editor, { start, end }: { start: string; end: string }): Range | undefined {
  const bound = boundOf(editor);
  const from = bound && placeOf(bound, start);
  const to = bound && placeOf(bound, end);
  return from !== undefined && to !== undefined && from < to ? lettersIn(editor, from, to) : undefined;
}

function placeOf({ doc, text }: Bound, position: string): number | undefined {
  const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(decoded(position)), doc);
  // A paragraph that is gone takes its words with it, though Yjs knows where they were.
  if (!(found?.type instanceof Y.XmlText) || isGone(found.type._item)) return undefined;
  const run = placeOfRun(text, found.type, 0);
  return run === undefined ? undefined : run + found.index;
}

/** Elements that stand in an editor as one sign; all others are an opening and a closing around what is in them. */
const signs: ReadonlySet<string> = new Set(statementShape.signs);

const sizeOf = (child: unknown): number => {
  if (child instanceof Y.XmlText) return child.length;
  if (!(child instanceof Y.XmlElement)) return 0;
  return signs.has(child.nodeName) ? 1 : 2 + child.toArray().reduce((size: number, one) => size + sizeOf(one), 0);
};

/** Where a run of words begins in an editor. (The binding's own answer leaves out the first place of a text.) */
function placeOfRun(parent: Y.XmlFragment, run: Y.XmlText, begin: number): number | undefined {
  let at = begin;
  for (const child of parent.toArray()) {
    if (child === run) return at;
    const within = child instanceof Y.XmlElement ? placeOfRun(child, run, at + 1) : undefined;
    if (within !== undefined) return within;
    at += sizeOf(child);
  }
  return undefined;
}

function isGone(own: Y.Item | null): boolean {
  for (let item = own; item !== null; item = parentOf(item)) if (item.deleted) return true;
  return false;
}

const parentOf = (item: Y.Item): Y.Item | null => (item.parent instanceof Y.AbstractType ? item.parent._item : null);

const encoded = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const decoded = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
