import { z } from 'zod';
import type { Action } from '../access/policy-table.js';

/** A thing the server may tell on a stream. It carries ids only: what it is about is looked up when it is told. */
export interface SignalKind<Name extends string = string, About extends z.ZodObject = z.ZodObject> {
  readonly name: Name;
  readonly about: About;
}

export function signal<Name extends string, About extends z.ZodObject>(
  name: Name,
  about: About,
): SignalKind<Name, About> {
  return { name, about: about.strict() as About };
}

/** A signal as readers get it. `seq` grows by exactly one per stream, so a gap is a loss, and is fetched again. */
export interface Signal {
  readonly stream: string;
  readonly seq: number;
  readonly kind: string;
  readonly about: Record<string, string | number>;
  /** The thing as it stands now, when it still may be shown. */
  readonly view?: unknown;
}

export const signalSchema = z.object({
  stream: z.string(),
  seq: z.int(),
  kind: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  view: z.unknown().optional(),
});

/** A stream is named by its kind and the id of what it belongs to. */
export const streamName = z.string().regex(/^[a-z]{1,16}:[0-9a-f-]{36}$/);

/** A message a client may send over the socket; like a contract, it names its row of the policy table. */
export interface SocketEvent<Name extends string = string, Payload extends z.ZodObject = z.ZodObject> {
  readonly name: Name;
  readonly action: Action;
  readonly payload: Payload;
}

export function socketEvent<Name extends string, Payload extends z.ZodObject>(
  name: Name,
  action: Action,
  payload: Payload,
): SocketEvent<Name, Payload> {
  return { name, action, payload: payload.strict() as Payload };
}
