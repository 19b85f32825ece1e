import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Signal } from '../../../shared/contract/signals.js';

/** What a connection remembers: whose it is, the token to ask again with, and the dyad of each stream it follows. */
export interface SocketData {
  accountId: string;
  token: string;
  streams: Map<string, string>;
}

/** What the server says without being asked. */
export interface ServerToClient {
  signal: (signal: Signal) => void;
  /** How many people follow the stream now: a number, never who. */
  presence: (about: { stream: string; following: number }) => void;
  typing: (about: { stream: string }) => void;
  /** The reader may not follow the stream any more. */
  ended: (about: { stream: string; code: string }) => void;
  /** The server is about to stop; clients come back by themselves. */
  closing: () => void;
}

export type EntenteServer = Server<DefaultEventsMap, ServerToClient, DefaultEventsMap, SocketData>;
export type EntenteSocket = Socket<DefaultEventsMap, ServerToClient, DefaultEventsMap, SocketData>;
