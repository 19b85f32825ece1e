import type { Editor } from '@tiptap/core';
import { createContext, useContext, useSyncExternalStore } from 'react';

/** One text of a clause that is open on the page. */
export interface OpenText {
  readonly clause: string;
  readonly side: 'a' | 'b';
  readonly editor: Editor;
}

/** The texts that are open on the page, in the order in which they stand there. */
export class TextEditors {
  private texts: readonly OpenText[] = [];
  private readonly watchers = new Set<() => void>();

  readonly now = (): readonly OpenText[] => this.texts;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly add = (text: OpenText): (() => void) => {
    this.set([...this.texts, text]);
    return () => this.set(this.texts.filter((one) => one !== text));
  };

  /** The text that a place of the page is in. */
  at(node: Node | null): OpenText | undefined {
    return this.texts.find(({ editor }) => node !== null && editor.view.dom.contains(node));
  }

  private set(texts: readonly OpenText[]): void {
    this.texts = texts;
    for (const watcher of this.watchers) watcher();
  }
}

const Texts = createContext(new TextEditors());

export const TextEditorsProvider = Texts.Provider;

export const useTextEditors = (): TextEditors => useContext(Texts);

export function useOpenTexts(): readonly OpenText[] {
  const editors = useTextEditors();
  return useSyncExternalStore(editors.watch, editors.now);
}

/** Whether two places of the page stand in this order. */
export const standsBefore = (one: OpenText, other: OpenText): number =>
  one.editor.view.dom.compareDocumentPosition(other.editor.view.dom) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
