import * as Y from 'yjs';
import type { TestMember } from './actors.js';
import type { TestApp } from './app.js';
import { edit, wordsOf, type Editor } from './documents.js';
import { pause, until } from './live.js';

/** Somebody who types on and on in a document, and remembers what the server said is saved. */
export class Typist {
  readonly editor: Editor;
  /** Every word typed, in order. */
  readonly typed: string[] = [];
  /** The words that were said to be saved when the line last broke. */
  savedAtTheEnd: readonly string[] = [];
  private typedBefore = 0;
  private typing = false;

  constructor(
    test: Pick<TestApp, 'url'>,
    who: TestMember,
    readonly document: string,
    private readonly mark: string,
  ) {
    this.editor = edit(test, who, document);
    // What was typed without a line goes with the first frame of the next one, the answer to the server's question.
    this.editor.provider.on('sync', (isSynced) => {
      if (isSynced) this.typedBefore = this.typed.length;
    });
    this.editor.provider.on('connection-close', () => {
      this.savedAtTheEnd = this.saved();
      this.editor.saved.count = 0;
    });
  }

  async typeOn(milliseconds: number): Promise<void> {
    this.typing = true;
    while (this.typing) {
      if (this.editor.provider.synced) this.type();
      await pause(milliseconds);
    }
  }

  type(): void {
    const word = `${this.mark}${this.typed.length} `;
    this.typed.push(word);
    const text = wordsOf(this.editor.doc, this.typed.length % 2 ? 'a' : 'b');
    text.insert(text.length, word);
  }

  stop(): void {
    this.typing = false;
  }

  /** The words of which the server said that they are saved. */
  saved(): string[] {
    const { count } = this.editor.saved;
    return count === 0 ? [] : this.typed.slice(0, this.typedBefore + count - 1);
  }

  /** Waits until everything typed is saved. */
  async settled(milliseconds = 20_000): Promise<void> {
    await until(() => this.editor.provider.synced && this.saved().length === this.typed.length, milliseconds);
  }
}

/** Everything a document says in both texts. */
export const wordsIn = (doc: Y.Doc): string => `${wordsOf(doc, 'a').toString()} ${wordsOf(doc, 'b').toString()}`;
