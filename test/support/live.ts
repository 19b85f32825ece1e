import { io, type Socket } from 'socket.io-client';
import type { Signal } from '../../shared/contract/signals.js';
import type { TestMember } from './actors.js';
import type { TestApp } from './app.js';

/** A live connection of a browser, with everything it was told. */
export interface Live {
  readonly socket: Socket;
  readonly signals: Signal[];
  readonly told: { readonly event: string; readonly about: unknown }[];
  /** Follows a stream; the answer, which may be a refusal. */
  follow(dyad: string, stream: string): Promise<{ newest?: number; failure?: { code: string } }>;
  send(event: string, payload: unknown): Promise<{ failure?: { code: string } }>;
  close(): void;
}

/** Connects as a member's browser would. */
export async function connect(
  test: Pick<TestApp, 'url'>,
  who: Pick<TestMember, 'api'>,
  transports: readonly string[] = ['websocket'],
): Promise<Live> {
  const socket = io(test.url, {
    transports: [...transports],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: who.api.cookie ?? '', origin: test.url },
  });
  const signals: Signal[] = [];
  const told: { event: string; about: unknown }[] = [];
  socket.on('signal', (signal: Signal) => signals.push(signal));
  for (const event of ['presence', 'typing', 'ended', 'closing'])
    socket.on(event, (about: unknown) => told.push({ event, about }));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const send = (event: string, payload: unknown) => socket.timeout(5_000).emitWithAck(event, payload) as Promise<never>;
  return {
    socket,
    signals,
    told,
    send,
    follow: (dyad, stream) => send('stream.follow', { dyad, stream }),
    close: () => socket.disconnect(),
  };
}

/** Waits until something holds, at most some seconds. */
export async function until(holds: () => boolean | Promise<boolean>, milliseconds = 5_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come to that in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
