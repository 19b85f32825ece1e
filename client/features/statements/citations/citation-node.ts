import { Node, type Editor, type NodeViewRendererProps } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { directionOf } from '../../../../shared/language/language.js';
import {
  isCitation,
  numbered,
  numberOf,
  type Citation,
  type Footnote,
} from '../../../../shared/statements/citation.rules.js';

type TextNode = NodeViewRendererProps['node'];

/** What a mark is called for who hears it: "Footnote 2", and in which language that is. */
export type NoteName = (number: number) => { readonly name: string; readonly language: string };

const numbers = new PluginKey<DecorationSet>('footnotes');

/**
 * A place in a text that cites something. It is one sign among the words; its number is not in the document, but counted
 * from it, the same for everybody who has the same text.
 */
export const CitationNode = Node.create<{ noteName: NoteName }>({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ noteName: () => ({ name: '', language: '' }) }),
  addAttributes: () => ({ kind: { default: null }, of: { default: null } }),
  parseHTML: () => [
    {
      tag: 'sup[data-kind]',
      getAttrs: (element) => {
        const cites = { kind: element.dataset['kind'], of: element.dataset['of'] };
        return isCitation(cites) && cites;
      },
    },
  ],
  renderHTML: ({ node }) => {
    const { kind, of } = citationOf(node);
    return ['sup', { 'data-kind': kind, 'data-of': of }];
  },
  addNodeView() {
    const { noteName } = this.options;
    return ({ node, decorations }) => markOf(node, decorations, noteName);
  },
  addKeyboardShortcuts: () => ({ Backspace: ({ editor }) => removeBefore(editor) }),
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key: numbers,
        state: {
          init: (_, { doc }) => numbersIn(doc),
          apply: (transaction, before) => (transaction.docChanged ? numbersIn(transaction.doc) : before),
        },
        props: { decorations: (state) => numbers.getState(state) },
      }),
    ];
  },
});

const citationOf = ({ attrs }: TextNode): Citation => ({
  kind: String(attrs['kind'] ?? ''),
  of: String(attrs['of'] ?? ''),
});

/** Everything that a text in an editor cites, with its places there. */
function placesIn(doc: TextNode): { readonly at: number; readonly cites: Citation }[] {
  const places: { at: number; cites: Citation }[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === 'citation') places.push({ at, cites: citationOf(node) });
  });
  return places;
}

/** The footnotes of a text in an editor. */
export const footnotesIn = (editor: Editor): Footnote[] =>
  numbered(placesIn(editor.state.doc).map(({ cites }) => cites));

function numbersIn(doc: TextNode): DecorationSet {
  const places = placesIn(doc);
  const notes = numbered(places.map(({ cites }) => cites));
  return DecorationSet.create(
    doc,
    places.map(({ at, cites }) => Decoration.node(at, at + 1, {}, { number: numberOf(notes, cites) })),
  );
}

/** A mark as it is seen, its number, and as it is heard. */
function markOf(node: TextNode, decorations: readonly { readonly spec: unknown }[], noteName: NoteName) {
  const dom = document.createElement('sup');
  dom.className = 'footnote-mark';
  const [heard, seen] = [document.createElement('span'), document.createElement('span')];
  heard.className = 'visually-hidden';
  seen.ariaHidden = 'true';
  dom.append(heard, seen);
  const show = (all: typeof decorations): void => {
    const number = all.map(({ spec }) => numberIn(spec)).find((one) => one > 0) ?? 0;
    const { name, language } = noteName(number);
    heard.lang = language;
    heard.dir = directionOf(language);
    heard.textContent = name;
    seen.textContent = String(number);
  };
  show(decorations);
  return {
    dom,
    update: (next: TextNode, all: typeof decorations): boolean => {
      if (next.type !== node.type) return false;
      show(all);
      return true;
    },
  };
}

const numberIn = (spec: unknown): number =>
  typeof spec === 'object' && spec !== null && 'number' in spec ? Number(spec.number) : 0;

/** Puts a footnote behind what is selected, or in the place of the one that is; the number that it has there. */
export function insertCitation(editor: Editor, { kind, of }: Citation): number {
  const { selection } = editor.state;
  const isMark = selection instanceof NodeSelection && selection.node.type.name === 'citation';
  const place = isMark ? { from: selection.from, to: selection.to } : selection.to;
  editor.chain().focus().insertContentAt(place, { type: 'citation', attrs: { kind, of } }).run();
  return numberOf(footnotesIn(editor), { kind, of });
}

/** A mark before the caret goes with one press, in every browser. */
function removeBefore(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection;
  const before = $from.nodeBefore;
  if (!empty || before?.type.name !== 'citation') return false;
  return editor.commands.deleteRange({ from: $from.pos - before.nodeSize, to: $from.pos });
}
