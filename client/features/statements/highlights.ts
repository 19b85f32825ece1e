import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Words that are shown in a special way: nothing of it is in the document. */
export interface Highlight {
  readonly from: number;
  readonly to: number;
  readonly attributes: Readonly<Record<string, string>>;
}

export const highlightLayers = ['comments', 'found'] as const;
export type HighlightLayer = (typeof highlightLayers)[number];

type Layers = Readonly<Record<HighlightLayer, DecorationSet>>;
type Change = readonly [layer: HighlightLayer, highlights: readonly Highlight[]];

const key = new PluginKey<Layers>('highlights');
const none: Layers = { comments: DecorationSet.empty, found: DecorationSet.empty };

function take(transaction: Transaction, before: Layers): Layers {
  const { mapping, doc } = transaction;
  const moved = {
    comments: before.comments.map(mapping, doc),
    found: before.found.map(mapping, doc),
  };
  const change = transaction.getMeta(key) as Change | undefined;
  if (!change) return transaction.docChanged ? moved : before;
  const [layer, highlights] = change;
  const decorations = highlights.map(({ from, to, attributes }) => Decoration.inline(from, to, { ...attributes }));
  return { ...moved, [layer]: DecorationSet.create(doc, decorations) };
}

const shown = (state: EditorState, layer: HighlightLayer): DecorationSet | undefined => key.getState(state)?.[layer];

/** Shows highlights; one plugin a layer gives what it has, so that layers lie over each other. */
export const Highlights = Extension.create({
  name: 'highlights',
  addProseMirrorPlugins: () => [
    new Plugin<Layers>({
      key,
      state: { init: () => none, apply: take },
      props: { decorations: (state) => shown(state, 'comments') },
    }),
    new Plugin({ props: { decorations: (state) => shown(state, 'found') } }),
  ],
});

export function showHighlights(editor: Editor, layer: HighlightLayer, highlights: readonly Highlight[]): void {
  if (editor.isDestroyed) return;
  const size = editor.state.doc.content.size;
  const change: Change = [layer, highlights.filter(({ from, to }) => from < to && to <= size)];
  editor.view.dispatch(editor.state.tr.setMeta(key, change).setMeta('addToHistory', false));
}
