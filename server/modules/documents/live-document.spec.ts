import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { statementShape } from '../../../shared/documents/document-shape.js';
import type { CollabConnection } from './collab-connection.js';
import { firstLink, nextLink } from './document-chain.js';
import type { Loaded } from './document-loading.js';
import type { StoredUpdate } from './document-log.repository.js';
import { LiveDocument } from './live-document.js';

/** A log that writes when it is told to, and another node that writes in it too. */
class FakeLog {
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
    const doc = new Y.Doc();
    for (const { bytes } of this.rows.slice(0, upto)) Y.applyUpdate(doc, bytes);
    return doc;
  }
}

const member = {
  presence: { memberId: 'm', name: 'n', side: 'a' },
  saved: () => undefined,
} as unknown as CollabConnection;
const wordsIn = (doc: Y.Doc): string => JSON.stringify(doc.getMap('clauses').toJSON());

function begun(): { log: FakeLog; writer: Y.Doc; write: (words: string) => Uint8Array } {
  const log = new FakeLog();
  const server = new Y.Doc();
  const text = new Y.XmlFragment();
  server.getMap('clauses').set('c', new Y.Map([['a', text]]));
  log.add(Y.encodeStateAsUpdate(server));
  const writer = log.replay();
  const write = (words: string): Uint8Array => {
    const before = Y.encodeStateVector(writer);
    const clause = writer.getMap('clauses').get('c') as Y.Map<Y.XmlFragment>;
    clause.get('a')?.push([new Y.XmlText(words)]);
    return Y.encodeStateAsUpdate(writer, before);
  };
  return { log, writer, write };
}

describe('a document that is open', () => {
  it('says of what is seen the number under which exactly that is written', async () => {
    const { log, write } = begun();
    const document = log.open();
    document.receive(write('едно'), member);
    const looking = document.look((doc) => wordsIn(doc));
    document.receive(write('две'), member);
    await log.commit(document);
    const { seen, end } = await looking;
    expect(seen).toBe(wordsIn(log.replay(end.seq)));
    expect(seen).not.toContain('две');
  });

  it('keeps a state that lacks nothing up to its number', async () => {
    const { log, write } = begun();
    const document = log.open();
    document.receive(write('едно'), member);
    const storing = document.state();
    document.receive(write('две'), member);
    await log.commit(document);
    const { bytes, seq } = await storing;
    const again = new Y.Doc();
    Y.applyUpdateV2(again, bytes);
    for (const { bytes: update } of log.rows.filter((row) => row.seq > seq)) Y.applyUpdate(again, update);
    expect(wordsIn(again)).toBe(wordsIn(log.replay()));
  });

  it('looks again when another node wrote before what was seen', async () => {
    const { log, write } = begun();
    const document = log.open();
    const elsewhere = log.replay();
    document.receive(write('едно'), member);
    const looking = document.look((doc) => wordsIn(doc));
    const storing = document.state();
    const before = Y.encodeStateVector(elsewhere);
    (elsewhere.getMap('clauses').get('c') as Y.Map<Y.XmlFragment>).get('a')?.push([new Y.XmlText('другаде')]);
    log.add(Y.encodeStateAsUpdate(elsewhere, before));
    for (let turn = 0; turn < 4; turn += 1) {
      await log.commit(document);
      await new Promise(setImmediate);
    }
    const { seen, end } = await looking;
    expect(seen).toBe(wordsIn(log.replay(end.seq)));
    const { bytes, seq } = await storing;
    const again = new Y.Doc();
    Y.applyUpdateV2(again, bytes);
    for (const { bytes: update } of log.rows.filter((row) => row.seq > seq)) Y.applyUpdate(again, update);
    expect(wordsIn(again)).toBe(wordsIn(log.replay()));
  });

  it('takes its own updates for written when the word that they were got lost', async () => {
    const { log, write } = begun();
    const document = log.open();
    document.receive(write('едно'), member);
    const looking = document.look((doc) => wordsIn(doc));
    document.receive(write('две'), member);
    const { updates } = document.begin();
    for (const { bytes } of updates) log.add(bytes);
    document.turnBack();
    await log.commit(document);
    expect(log.rows).toHaveLength(3);
    const { seen, end } = await looking;
    expect(end.seq).toBe(2);
    expect(seen).toBe(wordsIn(log.replay(2)));
    expect(document.hasMore).toBe(false);
  });
});
