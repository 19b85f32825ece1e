import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { WrittenLog } from '../support/written-log.js';
import type { Guest } from '../../server/modules/documents/document-guest.js';

const member = {
  caller: { accountId: 'x', token: '', presence: { memberId: 'm', name: 'n', side: 'a' } },
  saved: () => undefined,
} as unknown as Guest;
const wordsIn = (doc: Y.Doc): string => JSON.stringify(doc.getMap('clauses').toJSON());

function begun(): { log: WrittenLog; writer: Y.Doc; write: (words: string) => Uint8Array } {
  const log = new WrittenLog();
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
    const { state, seq } = await storing;
    const again = new Y.Doc();
    Y.applyUpdate(again, state.bytes);
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
    const clause = elsewhere.getMap('clauses').get('c') as Y.Map<Y.XmlFragment>;
    clause.get('a')?.push([new Y.XmlText('другаде')]);
    log.add(Y.encodeStateAsUpdate(elsewhere, before));
    for (let turn = 0; turn < 4; turn += 1) {
      await log.commit(document);
      await new Promise(setImmediate);
    }
    const { seen, end } = await looking;
    expect(seen).toBe(wordsIn(log.replay(end.seq)));
    const { state, seq } = await storing;
    const again = new Y.Doc();
    Y.applyUpdate(again, state.bytes);
    for (const { bytes: update } of log.rows.filter((row) => row.seq > seq)) Y.applyUpdate(again, update);
    expect(wordsIn(again)).toBe(wordsIn(log.replay()));
  });

  it('deletes nothing that the log does not delete, whatever Yjs would tidy up', async () => {
    const { log, writer } = begun();
    const words = new Y.XmlText('вода');
    const clause = writer.getMap('clauses').get('c') as Y.Map<Y.XmlFragment>;
    clause.get('a')?.push([words]);
    const before = Y.encodeStateVector(log.replay());
    log.add(Y.encodeStateAsUpdate(writer, before));
    const document = log.open();
    // Two who make the same words bold at the same moment: one pair of marks is of no use.
    const unmarked = log.replay();
    for (const client of [1_001, 1_002]) {
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(unmarked));
      other.clientID = client;
      const fragment = (other.getMap('clauses').get('c') as Y.Map<Y.XmlFragment>).get('a');
      const text = fragment?.get(0) as unknown as Y.XmlText | undefined;
      text?.format(0, 4, { bold: {} });
      log.add(Y.encodeStateAsUpdate(other, Y.encodeStateVector(unmarked)));
    }
    document.hint(log.rows.length);
    await log.commit(document);
    const opened = [document, log.open()];
    for (const one of opened) {
      const looking = one.look((doc) => Y.snapshot(doc));
      await log.commit(one);
      expect(Y.equalSnapshots((await looking).seen, Y.snapshot(log.replay()))).toBe(true);
    }
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
