import * as encoding from 'lib0/encoding';
import { frameTypes, syncTypes } from '../../shared/documents/collab.protocol.js';

/** Structs of one client as bytes, written by hand: what no editor would write. */
export interface HostileStructs {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly Uint8Array[];
  /** How many structs it says there are, when that is not how many there are. */
  readonly claimed?: number;
}

type Write = (encoder: encoding.Encoder) => void;

export function written(write: Write): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

const frame = (type: number, write: Write): Uint8Array =>
  written((encoder) => {
    encoding.writeVarUint(encoder, type);
    write(encoder);
  });

/** Frames as the y-websocket protocol has them, around any payload. */
export const hostileFrames = {
  update: (update: Uint8Array) => syncFrame(syncTypes.update, update),
  answer: (update: Uint8Array) => syncFrame(syncTypes.step2, update),
  ask: (vector: Uint8Array) => syncFrame(syncTypes.step1, vector),
  awareness: (update: Uint8Array) => frame(frameTypes.awareness, (to) => encoding.writeVarUint8Array(to, update)),
  askAwareness: Uint8Array.of(frameTypes.queryAwareness),
  raw: frame,
};

const syncFrame = (step: number, payload: Uint8Array): Uint8Array =>
  frame(frameTypes.sync, (to) => {
    encoding.writeVarUint(to, step);
    encoding.writeVarUint8Array(to, payload);
  });

/** An update of version 1 of the format; `deletes` by client as pairs of clock and length. */
export const update = (
  clients: readonly HostileStructs[],
  deletes: Readonly<Record<number, readonly (readonly [number, number])[]>> = {},
): Uint8Array =>
  written((to) => {
    encoding.writeVarUint(to, clients.length);
    for (const { client, clock, structs, claimed } of clients) {
      encoding.writeVarUint(to, claimed ?? structs.length);
      encoding.writeVarUint(to, client);
      encoding.writeVarUint(to, clock);
      for (const one of structs) encoding.writeUint8Array(to, one);
    }
    const ranges = Object.entries(deletes);
    encoding.writeVarUint(to, ranges.length);
    for (const [client, pairs] of ranges) {
      encoding.writeVarUint(to, Number(client));
      encoding.writeVarUint(to, pairs.length);
      for (const pair of pairs) for (const number of pair) encoding.writeVarUint(to, number);
    }
  });

/** Where an item stands: in a type, in a root by name, or after another item. */
export type Place =
  | { readonly in: readonly [number, number]; readonly under?: string }
  | { readonly root: string; readonly under?: string }
  | { readonly after: readonly [number, number] };

export const gc = (length: number): Uint8Array => run(0, length);
export const skip = (length: number): Uint8Array => run(10, length);

const run = (kind: number, length: number): Uint8Array =>
  written((to) => {
    encoding.writeUint8(to, kind);
    encoding.writeVarUint(to, length);
  });

/** An item of any kind of content (yjs/src/structs): 2 JSON, 3 binary, 4 string, 5 embed, 6 format, 7 type, 8 any, 9 doc. */
export const item = (kind: number, place: Place, content: Write): Uint8Array =>
  written((to) => {
    const under = 'under' in place ? place.under : undefined;
    encoding.writeUint8(to, kind | ('after' in place ? 0x80 : 0) | (under === undefined ? 0 : 0x20));
    if ('after' in place) for (const number of place.after) encoding.writeVarUint(to, number);
    else {
      encoding.writeVarUint(to, 'root' in place ? 1 : 0);
      if ('root' in place) encoding.writeVarString(to, place.root);
      else for (const number of place.in) encoding.writeVarUint(to, number);
      if (under !== undefined) encoding.writeVarString(to, under);
    }
    content(to);
  });

export const words = (text: string, place: Place): Uint8Array =>
  item(4, place, (to) => encoding.writeVarString(to, text));

/** A new element of a name, or a new text when there is none. */
export const element = (name: string | undefined, place: Place): Uint8Array =>
  item(7, place, (to) => {
    encoding.writeVarUint(to, name === undefined ? 6 : 3);
    if (name !== undefined) encoding.writeVarString(to, name);
  });

/** An awareness update that claims states for clients. */
export const states = (entries: readonly { client: number; clock: number; state: string }[]): Uint8Array =>
  written((to) => {
    encoding.writeVarUint(to, entries.length);
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(to, client);
      encoding.writeVarUint(to, clock);
      encoding.writeVarString(to, state);
    }
  });

/** A state vector of so many clients, or one that only claims to have them. */
export const vector = (clients: number, claimed = clients): Uint8Array =>
  written((to) => {
    encoding.writeVarUint(to, claimed);
    for (let client = 1; client <= clients; client += 1) {
      encoding.writeVarUint(to, client);
      encoding.writeVarUint(to, 1);
    }
  });
