import type * as Y from 'yjs';
import { firstLink, nextLink } from '../../server/modules/documents/document-chain.js';
import type { Loaded } from '../../server/modules/documents/document-loading.js';
import type { StoredUpdate } from '../../server/modules/documents/document-log.repository.js';
import { LiveDocument } from '../../server/modules/documents/live-document.js';
import { replayed } from './documents.js';
import { statementShape } from '../../shared/documents/document-shape.js';

/** A log that writes when it is told to, and another node that writes in it too. */
export class WrittenLog {
  readonly rows: StoredUpdate[] = [];

  add(bytes: Uint8Array): void {
    const last = this.rows.at(-1);
    this.rows.push({
      seq: (last?.seq ?? 0) + 1,
      bytes: Buffer.from(bytes),
      chain: nextLink(last?.chain ?? firstLink, bytes),
    });
  }

  /** One commit of a document, as the append log does it. */
  async commit(document: LiveDocument): Promise<void> {
    if (document.isBehind) await document.catchUp();
    const { after, updates } = document.begin();
    if (updates.length > 0 && after.seq !== this.rows.length) return document.turnBack();
    for (const { bytes } of updates) this.add(bytes);
    const last = this.rows.at(-1);
    document.written(updates.length > 0 && last ? { seq: last.seq, chain: last.chain } : after);
  }

  loaded(): Loaded {
    const last = this.rows.at(-1);
    const end = { seq: last?.seq ?? 0, chain: last?.chain ?? firstLink };
    return {
      dyadId: 'd',
      kind: 'k',
      end,
      state: undefined,
      updates: this.rows.map(({ bytes }) => bytes),
      bindings: [],
    };
  }

  open(): LiveDocument {
    return new LiveDocument(
      'id',
      this.loaded(),
      statementShape,
      { wake: () => undefined },
      {
        load: async () => this.loaded(),
        after: async (seq) => ({ rows: this.rows.filter((row) => row.seq > seq), bindings: [] }),
      },
    );
  }

  /** What the log says up to a number. */
  replay(upto = this.rows.length): Y.Doc {
    return replayed(this.rows.slice(0, upto).map(({ bytes }) => bytes));
  }
}
