import * as encoding from 'lib0/encoding';
import type { Side } from '../../../shared/access/actor.js';
import { BoundedReader } from './ingress/bounded-reader.js';
import { RefusedFrame } from './ingress/refused-frame.js';

/** Who somebody is to the others in a document: what the server says, never what a client says. */
export interface Presence {
  readonly memberId: string;
  readonly name: string;
  readonly side: Side;
}

/** Another node, which speaks for the people who are connected to it. */
class OtherNode {
  heardAt = 0;
}

/** Whose an id is, and by whom we hear of it. */
interface Owner<Connection> {
  readonly memberId: string;
  /** Nobody, when they have left. */
  connection: Connection | OtherNode | undefined;
  /** The clock that came with what was heard last from there. */
  heard: number;
  /** The clock that we told last: it only grows, since others pass over what is not newer than what they know. */
  told: number;
}

const mostEntries = 1_000;
/** A client has one id, and another when it finds its own taken. */
const idsPerConnection = 4;
/** Of how many ids it is remembered whose they were. */
const mostRemembered = 2_000;
/** Keys that are no data anywhere. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
const longestState = 2_048;
const largestClient = 2 ** 32 - 1;
const largestClock = 2 ** 31;
const coalesceMilliseconds = 50;
const silenceMilliseconds = 30_000;
/** The fields of a state that are passed on: where the cursor is, and that somebody is writing. */
const fields = ['cursor', 'writing'] as const;

/**
 * Who is in a document and where (the awareness protocol of y-protocols). A client speaks for itself only: clients
 * repeat what they hear of each other, and that is passed over. Changes of a moment go out together.
 */
export class AwarenessRoom<Connection extends object> {
  /** States as JSON; `null` for somebody who has just left. */
  private readonly shown = new Map<number, string>();
  private readonly owners = new Map<number, Owner<Connection>>();
  private readonly nodes = new Map<string, OtherNode>();
  private tellNodes: (update: Uint8Array) => void = () => undefined;
  private changed = new Set<number>();
  private timer: NodeJS.Timeout | undefined;

  /** @param tell sends an awareness update to everybody */
  constructor(private readonly tell: (update: Uint8Array) => void) {}

  /**
   * Takes in what a client says of itself.
   * @param mayOwn whether an id may be this member's
   * @throws RefusedFrame for what is no awareness update
   */
  receive(update: Uint8Array, connection: Connection, presence: Presence, mayOwn: (client: number) => boolean): void {
    for (const { client, clock, state } of readEntries(update)) {
      if (!this.isNews(client, clock, connection)) continue;
      const isOwn = this.owners.get(client)?.connection === connection;
      if (state === null) {
        if (isOwn) this.show(client, clock, 'null');
        continue;
      }
      if (!isOwn && !this.claim(client, connection, presence, mayOwn)) continue;
      this.show(client, clock, JSON.stringify({ ...state, user: userOf(presence) }));
    }
  }

  /** Called with what changed of those who are connected here. */
  onChange(listener: (update: Uint8Array) => void): void {
    this.tellNodes = listener;
  }

  /** Takes in what another node says of those who are connected to it. */
  hear(from: string, update: Uint8Array, now: number): void {
    const node = this.nodes.get(from) ?? new OtherNode();
    this.nodes.set(from, node);
    node.heardAt = now;
    for (const { client, clock, state, json } of readEntries(update)) {
      if (!this.isNews(client, clock, node)) continue;
      if (state !== null) this.own(client, memberOf(json), node);
      else if (this.owners.get(client)?.connection !== node) continue;
      this.show(client, clock, json);
    }
  }

  /** Everybody who is connected here, for other nodes. */
  ownStates(): Uint8Array | undefined {
    const own = [...this.shown.keys()].filter((client) => this.isHere(client));
    return own.length > 0 ? this.encode(own) : undefined;
  }

  /** Nodes that have not been heard for long are gone, and those who were connected to them. */
  forgetSilent(now: number): void {
    for (const [name, node] of this.nodes) {
      if (now - node.heardAt < silenceMilliseconds) continue;
      this.nodes.delete(name);
      this.leave(node);
    }
  }

  private isHere(client: number): boolean {
    const owner = this.owners.get(client);
    return owner !== undefined && !(owner.connection instanceof OtherNode);
  }

  /** Whose an id is that somebody shows or has shown. */
  ownerOf(client: number): string | undefined {
    return this.owners.get(client)?.memberId;
  }

  /**
   * An id belongs to who shows it first, also after they have left: others still repeat what they heard of them. Only
   * the same person may go on with it, on a new connection.
   */
  private claim(
    client: number,
    connection: Connection,
    { memberId }: Presence,
    mayOwn: (client: number) => boolean,
  ): boolean {
    const owner = this.owners.get(client);
    if (owner ? owner.memberId !== memberId : !mayOwn(client)) return false;
    const held = [...this.owners.values()].filter((one) => one.connection === connection).length;
    if (held >= idsPerConnection) return false;
    this.own(client, memberId, connection);
    this.forgetOldest();
    return true;
  }

  private own(client: number, memberId: string, connection: Connection | OtherNode): void {
    const told = this.owners.get(client)?.told ?? -1;
    this.owners.delete(client);
    this.owners.set(client, { memberId, connection, heard: -1, told });
  }

  /** Whether it is not what was known: newer by its own count, by that of everybody, or from who has come back. */
  private isNews(client: number, clock: number, from: Connection | OtherNode): boolean {
    const owner = this.owners.get(client);
    if (owner?.connection === undefined) return true;
    return clock > (owner.connection === from ? owner.heard : owner.told);
  }

  private forgetOldest(): void {
    for (const [client, { connection }] of this.owners) {
      if (this.owners.size <= mostRemembered) return;
      if (connection === undefined) this.owners.delete(client);
    }
  }

  /** Everybody who is there, for somebody who comes. @returns nothing when nobody is */
  everybody(): Uint8Array | undefined {
    const present = [...this.shown].filter(([, state]) => state !== 'null').map(([client]) => client);
    return present.length > 0 ? this.encode(present) : undefined;
  }

  /** A connection ended: its clients have left. They may come back with any clock, and are shown at once. */
  leave(connection: Connection | OtherNode): void {
    for (const [client, owner] of this.owners) {
      if (owner.connection !== connection) continue;
      owner.connection = undefined;
      if ((this.shown.get(client) ?? 'null') !== 'null') this.show(client, owner.told + 1, 'null');
    }
  }

  destroy(): void {
    clearTimeout(this.timer);
  }

  private show(client: number, clock: number, state: string): void {
    const owner = this.owners.get(client);
    if (owner) [owner.heard, owner.told] = [clock, Math.max(clock, owner.told + 1)];
    this.shown.set(client, state);
    this.changed.add(client);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const clients = [...this.changed];
      this.changed = new Set();
      this.tell(this.encode(clients));
      const own = clients.filter((client) => this.isHere(client));
      if (own.length > 0) this.tellNodes(this.encode(own));
      for (const one of clients) if (this.shown.get(one) === 'null') this.shown.delete(one);
    }, coalesceMilliseconds);
  }

  private encode(clients: readonly number[]): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, clients.length);
    for (const client of clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, this.owners.get(client)?.told ?? 0);
      encoding.writeVarString(encoder, this.shown.get(client) ?? 'null');
    }
    return encoding.toUint8Array(encoder);
  }
}

/** Who another node says that somebody is. */
function memberOf(json: string): string {
  const { user } = JSON.parse(json) as { user?: { id?: unknown } };
  return String(user?.id);
}

const userOf = ({ memberId, name, side }: Presence) => ({ id: memberId, name, side });

interface Entry {
  readonly client: number;
  readonly clock: number;
  readonly state: Record<string, unknown> | null;
  /** The state as it was sent. */
  readonly json: string;
}

function readEntries(update: Uint8Array): Entry[] {
  const reader = new BoundedReader(update);
  const many = reader.number(mostEntries);
  const entries = Array.from({ length: Math.min(many, reader.left) }, () => {
    const client = reader.number(largestClient);
    const clock = reader.number(largestClock);
    const json = reader.text(reader.left);
    return { client, clock, json, state: readState(json) };
  });
  reader.end();
  return entries;
}

/** Only the fields that are known; too long a state is as good as an empty one. */
function readState(json: string): Record<string, unknown> | null {
  if (json.length > longestState) return {};
  const state = parsed(json);
  if (state === null) return null;
  const known: ReadonlyMap<string, unknown> = new Map(Object.entries(state));
  return Object.fromEntries(fields.flatMap((name) => (known.has(name) ? [[name, known.get(name)]] : [])));
}

function parsed(json: string): object | null {
  try {
    const value: unknown = JSON.parse(json, (key, part: unknown) => (forbiddenKeys.has(key) ? undefined : part));
    if (typeof value === 'object') return value;
  } catch {
    // What is no JSON is no state.
  }
  throw new RefusedFrame('a state is no object');
}
