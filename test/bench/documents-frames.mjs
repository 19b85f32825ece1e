// The frames of y-websocket as a light client writes and reads them, and what the documents of the bench look like.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export const documentKind = 'bench';
export const clause = 'c1';

const sync = 0;
const saved = 100;
const steps = { step1: 0, step2: 1, update: 2 };
/** An update that says nothing: what a client that has nothing answers a server that asks. */
const nothing = Uint8Array.of(0, 0);

export const step1 = frame(steps.step1, Uint8Array.of(0));
export const emptyStep2 = frame(steps.step2, nothing);
export const updateFrame = (update) => frame(steps.update, update);
export const step2Frame = (update) => frame(steps.step2, update);

function frame(step, payload) {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return Buffer.from(encoding.toUint8Array(encoder));
}

/** @returns what a frame is, with its update or its number; `other` for what the bench does not look at */
export function readFrame(bytes) {
  const decoder = decoding.createDecoder(bytes);
  const type = decoding.readVarUint(decoder);
  if (type === saved) return { kind: 'saved', count: decoding.readVarUint(decoder) };
  if (type !== sync) return { kind: 'other' };
  const step = decoding.readVarUint(decoder);
  if (step === steps.step1) return { kind: 'step1' };
  return { kind: step === steps.step2 ? 'step2' : 'update', update: decoding.readVarUint8Array(decoder) };
}

/** The words of the text that everybody writes in. */
export const wordsOf = (doc) => doc.getMap('clauses').get(clause).get('a').get(0).get(0);

/** A document made of updates, in one transaction. */
export function documentOf(updates) {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

const mark = '~';
const digits = 8;

/** Words that can be found again in a frame: a number of their own, always as long. */
export const token = (number) => mark + String(number).padStart(digits, '0');

/** The numbers of all tokens that stand in a frame, whatever it was put together with. */
export function tokensIn(frame) {
  const found = [];
  for (let at = frame.indexOf(mark); at >= 0; at = frame.indexOf(mark, at + 1)) {
    const number = frame.toString('latin1', at + 1, at + 1 + digits);
    if (/^\d{8}$/.test(number)) found.push(Number(number));
  }
  return found;
}
