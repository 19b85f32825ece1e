import type { IncomingMessage } from 'node:http';
import { sessionTokenFromHeader } from '../http/session-cookie.js';
import type { EntenteServer } from './socket-types.js';

type Next = (refusal?: Error) => void;

/**
 * Holds every connection to the session that opened it. Socket.IO numbers connections and lets whoever knows the number
 * of one, which stands in the addresses of polling, read and write there without being asked again who they are. Here
 * the number opens nothing without the cookie it was given to.
 */
export function holdToCookie(io: EntenteServer): void {
  const holders = new Map<string, string | undefined>();
  io.engine.on(
    'connection',
    (connection: { id: string; request: IncomingMessage; once: NodeJS.EventEmitter['once'] }) => {
      holders.set(connection.id, sessionTokenFromHeader(connection.request.headers.cookie));
      connection.once('close', () => holders.delete(connection.id));
    },
  );
  io.engine.use((request: IncomingMessage, _answer: unknown, next: Next) => {
    const number = new URL(request.url ?? '/', 'http://localhost').searchParams.get('sid');
    const isOpen = number !== null && holders.has(number);
    const isHolders = !isOpen || holders.get(number) === sessionTokenFromHeader(request.headers.cookie);
    next(isHolders ? undefined : new Error('the connection of somebody else'));
  });
}
