import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { statementShape } from '../../shared/documents/document-shape.js';
import { Log } from '../../server/platform/logging/log.js';
import type { AppendLog, Appender } from '../../server/modules/documents/append-log.js';
import { DocumentKinds } from '../../server/modules/documents/document-kinds.port.js';
import type { Loaded } from '../../server/modules/documents/document-loading.js';
import type { DocumentOpening } from '../../server/modules/documents/document-opening.service.js';
import { LiveDocuments } from '../../server/modules/documents/live-documents.service.js';

const chain = Buffer.alloc(32);

/** A document of so many updates, the first of them in a stored state. */
function stored(updates: number, inState: number): Loaded {
  const doc = new Y.Doc();
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  for (let number = 0; number < inState; number += 1) doc.getText().insert(number, 'x');
  const state = inState > 0 ? { bytes: Y.encodeStateAsUpdate(doc), vector: Y.encodeStateVector(doc) } : undefined;
  made.length = 0;
  for (let number = inState; number < updates; number += 1) doc.getText().insert(number, 'x');
  return { dyadId: 'd', kind: 'test', end: { seq: updates, chain }, state, updates: made, bindings: [] };
}

/** The numbers up to which states are stored: while a document is open for a while, and when the server stops then. */
async function keptAfterOpening(loaded: Loaded): Promise<{ open: number[]; stopping: number[] }> {
  let kept: number[] = [];
  const opening = {
    load: async () => loaded,
    storedOf: () => ({ load: async () => loaded, after: async () => ({ rows: [], bindings: [] }) }),
    keepState: async (_document: unknown, seq: number) => void kept.push(seq),
  } as unknown as DocumentOpening;
  const kinds = new DocumentKinds();
  kinds.register('test', { shape: statementShape, roleOf: async () => 'write' });
  const appends = {
    wake: (document: Appender) => document.written(document.begin().after),
    idle: async () => undefined,
  } as unknown as AppendLog;
  const live = new LiveDocuments(opening, kinds, appends, new Log('silent'));
  live.onApplicationBootstrap();
  const document = await live.take('one');
  await vi.advanceTimersByTimeAsync(2_000);
  live.release('one');
  const open = kept;
  kept = [];
  await live.onModuleDestroy();
  document.destroy();
  return { open, stopping: kept };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('stores a state of a document that was opened with a long tail, once', async () => {
  expect(await keptAfterOpening(stored(600, 0))).toEqual({ open: [600], stopping: [] });
  expect(await keptAfterOpening(stored(1_000, 450))).toEqual({ open: [1_000], stopping: [] });
});

it('stores one of a document whose tail is short when the server stops, and none where next to nothing was written', async () => {
  expect(await keptAfterOpening(stored(1_000, 900))).toEqual({ open: [], stopping: [1_000] });
  expect(await keptAfterOpening(stored(1_000, 970))).toEqual({ open: [], stopping: [] });
});
