import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { statementShape } from '../../../shared/documents/document-shape.js';
import { endOf, type StoredUpdate } from './document-log.repository.js';
import type { Loaded } from './document-loading.js';
import { LiveDocument, type Stored } from './live-document.js';

const empty: Loaded = {
  dyadId: 'd',
  kind: 'test',
  end: { seq: 0, chain: Buffer.alloc(32) },
  state: undefined,
  updates: [],
  bindings: [],
};
const stored = (rows: readonly StoredUpdate[] = []): Stored => ({
  load: async () => empty,
  after: async () => ({ rows, bindings: [] }),
});

const clausesOf = (doc: Y.Doc) => doc.getMap(statementShape.structure);
const adding = (name: string) => (doc: Y.Doc) => void clausesOf(doc).set(name, new Y.Map());

/** What is written before and after, all in one commit, with something in between that looks at the document. */
async function between<Result>(work: (document: LiveDocument) => Promise<Result>): Promise<Result> {
  const document = new LiveDocument('one', empty, statementShape, { wake: () => undefined }, stored());
  const before = document.change('m', adding('before'));
  const result = work(document);
  const after = document.change('m', adding('after'));
  const batch = document.begin();
  document.written(endOf(batch));
  expect([(await before).seq, (await after).seq]).toEqual([1, 2]);
  expect([(await before).chain, (await after).chain]).toEqual(batch.updates.map(({ chain }) => chain));
  await result;
  document.destroy();
  return result;
}

it('gives a state the number of the last update that is in it, not of what was written with it', async () => {
  const { state, seq } = await between((document) => document.state());
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state.bytes);
  expect([...clausesOf(doc).keys()]).toEqual(['before']);
  expect(seq).toBe(1);
});

it('says as of which number something was seen', async () => {
  const { seen, end } = await between((document) => document.look((doc) => [...clausesOf(doc).keys()]));
  expect(seen).toEqual(['before']);
  expect(end.seq).toBe(1);
});

it('does not count what another node wrote meanwhile without having it in the state', async () => {
  const other = new Y.Doc();
  adding('other')(other);
  const row = { seq: 1, bytes: Buffer.from(Y.encodeStateAsUpdate(other)), chain: Buffer.alloc(32, 1) };
  const document = new LiveDocument('one', empty, statementShape, { wake: () => undefined }, stored([row]));
  const state = document.state();
  document.begin();
  document.turnBack();
  await document.catchUp();
  document.written(endOf(document.begin()));
  await new Promise((resolve) => setImmediate(resolve));
  document.written(endOf(document.begin()));
  const { state: kept, seq } = await state;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, kept.bytes);
  expect([seq, ...clausesOf(doc).keys()]).toEqual([1, 'other']);
  document.destroy();
});
