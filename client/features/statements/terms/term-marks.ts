import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { noWord } from '../../../../shared/statements/explained-words.rules.js';
import type { TermFinder, TermPlace } from '../../../../shared/translation/glossary-matching.rules.js';
import { termAttributes } from '../../../ui/terms/contested-terms';

interface Marks {
  readonly find: TermFinder;
  /** Whether marked words can be pressed; where one writes they are only words. */
  readonly isToPress: boolean;
  /** What was found in each paragraph: those that did not change are not looked through again. */
  readonly found: WeakMap<Node, readonly TermPlace[]>;
  readonly shown: DecorationSet;
}

const key = new PluginKey<Marks>('termMarks');
const nothing: Marks = { find: () => [], isToPress: false, found: new WeakMap(), shown: DecorationSet.empty };

/** The letters of a paragraph, one for one with its positions; words in links are not explained, as in texts that are read. */
function lettersOf(paragraph: Node): string {
  const parts: string[] = [];
  paragraph.forEach((node) => {
    if (node.text === undefined) parts.push(node.type.name === 'hardBreak' ? '\n' : noWord.repeat(node.nodeSize));
    else parts.push(node.marks.some(({ type }) => type.name === 'link') ? noWord.repeat(node.nodeSize) : node.text);
  });
  return parts.join('');
}

function shownIn(doc: Node, { find, isToPress, found }: Marks): DecorationSet {
  const decorations: Decoration[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const places = found.get(node) ?? find(lettersOf(node));
    found.set(node, places);
    for (const { from, to, concept } of places)
      decorations.push(Decoration.inline(at + 1 + from, at + 1 + to, termAttributes(concept, isToPress)));
    return false;
  });
  return DecorationSet.create(doc, decorations);
}

function take(transaction: Transaction, before: Marks): Marks {
  const change = transaction.getMeta(key) as Pick<Marks, 'find' | 'isToPress'> | undefined;
  if (!change && !transaction.docChanged) return before;
  const marks = change ? { ...nothing, ...change, found: new WeakMap<Node, readonly TermPlace[]>() } : before;
  return { ...marks, shown: shownIn(transaction.doc, marks) };
}

/** Underlines contested words in a text, also while it is written: nothing of it is in the document. */
export const TermMarks = Extension.create({
  name: 'termMarks',
  addProseMirrorPlugins: () => [
    new Plugin<Marks>({
      key,
      state: { init: () => nothing, apply: take },
      props: { decorations: (state) => key.getState(state)?.shown },
    }),
  ],
});

export function showTerms(editor: Editor, find: TermFinder): void {
  if (editor.isDestroyed) return;
  const change = { find, isToPress: !editor.isEditable };
  editor.view.dispatch(editor.state.tr.setMeta(key, change).setMeta('addToHistory', false));
}
