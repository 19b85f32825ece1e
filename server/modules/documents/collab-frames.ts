import * as encoding from 'lib0/encoding';
import { frameTypes, syncTypes } from '../../../shared/documents/collab.protocol.js';
import type { DocumentRole } from '../../../shared/documents/document.rules.js';
import { BoundedReader } from './ingress/bounded-reader.js';
import { RefusedFrame } from './ingress/refused-frame.js';
import { requireStateVector } from './ingress/state-vector.js';

/** What a client may send, read as far as its kind. */
export type ClientFrame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'update'; readonly isAnswer: boolean; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness' };

/** @throws RefusedFrame for everything that is no frame of a client */
export function readFrame(bytes: Uint8Array): ClientFrame {
  const reader = new BoundedReader(bytes);
  const type = reader.number(frameTypes.queryAwareness);
  if (type === frameTypes.queryAwareness) return { kind: 'query-awareness' };
  if (type === frameTypes.awareness) return { kind: 'awareness', update: payload(reader) };
  if (type !== frameTypes.sync) throw new RefusedFrame('its type is unknown');
  const step = reader.number(syncTypes.update);
  if (step === syncTypes.step1) return { kind: 'step1', stateVector: requireStateVector(payload(reader)) };
  return { kind: 'update', isAnswer: step === syncTypes.step2, update: payload(reader) };
}

function payload(reader: BoundedReader): Uint8Array {
  const bytes = reader.take(reader.number(reader.left));
  reader.end();
  return bytes;
}

/** A frame of the server as it goes over the line: made once, written to as many as it is for. */
export type WireFrame = Buffer;

/** Frames of the server. */
export const frames = {
  step1: (stateVector: Uint8Array) => sync(syncTypes.step1, stateVector),
  step2: (update: Uint8Array) => sync(syncTypes.step2, update),
  update: (update: Uint8Array) => sync(syncTypes.update, update),
  awareness: (update: Uint8Array) =>
    frame(frameTypes.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update)),
  /** Tells a stock client that what it sent was not taken (y-protocols, auth). */
  denied: (why: string) =>
    frame(frameTypes.auth, (encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, why);
    }),
  saved: (count: number, seq: number) =>
    frame(frameTypes.saved, (encoder) => {
      encoding.writeVarUint(encoder, count);
      encoding.writeVarUint(encoder, seq);
    }),
  role: (role: DocumentRole) => frame(frameTypes.role, (encoder) => encoding.writeVarString(encoder, role)),
};

const sync = (type: number, payload: Uint8Array): WireFrame =>
  frame(frameTypes.sync, (encoder) => {
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
  });

function frame(type: number, write: (encoder: encoding.Encoder) => void): WireFrame {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return onWire(encoding.toUint8Array(encoder));
}

/**
 * A binary message that is whole, not masked and not compressed (RFC 6455, 5.2). `ws` frames a message anew for each
 * socket it is sent on, which is a fifth of what it costs to tell two hundred people something.
 */
function onWire(payload: Uint8Array): WireFrame {
  const { length } = payload;
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const wire = Buffer.allocUnsafe(headerLength + length);
  wire[0] = 0x82;
  if (headerLength === 2) wire[1] = length;
  else if (headerLength === 4) {
    wire[1] = 126;
    wire.writeUInt16BE(length, 2);
  } else {
    wire[1] = 127;
    wire.writeBigUInt64BE(BigInt(length), 2);
  }
  wire.set(payload, headerLength);
  return wire;
}

/** An awareness update that says nothing: it keeps clients from thinking that the line is dead. */
export const emptyAwareness = frames.awareness(Uint8Array.of(0));
