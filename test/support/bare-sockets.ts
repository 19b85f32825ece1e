import { once } from 'node:events';
import { WebSocket } from 'ws';
import { savedParameter } from '../../shared/documents/collab.protocol.js';
import type { TestApp } from './app.js';
import { until } from './live.js';

/** A socket in a document without any client behind it: it sends what it is given and keeps what it is told. */
export interface BareSocket {
  readonly socket: WebSocket;
  readonly frames: Uint8Array[];
  /** Why the server closed it; nothing as long as it is open. */
  readonly closed: () => number | undefined;
  send(...frames: readonly Uint8Array[]): void;
  /** The code it is closed with, within some seconds. */
  ending(milliseconds?: number): Promise<number>;
  close(): void;
}

export interface Knock {
  readonly cookie?: string | undefined;
  readonly origin?: string;
  readonly query?: string;
}

/** Opens a socket at `/collab/:document`, as whoever the cookie says. */
export async function bareSocket(test: Pick<TestApp, 'url'>, document: string, knock: Knock): Promise<BareSocket> {
  const socket = knockAt(test, document, knock);
  const frames: Uint8Array[] = [];
  let code: number | undefined;
  socket.on('message', (data) => frames.push(new Uint8Array(data as Buffer)));
  socket.on('close', (closedWith) => (code = closedWith));
  await once(socket, 'open');
  return {
    socket,
    frames,
    closed: () => code,
    send: (...given) => {
      for (const one of given) if (socket.readyState === WebSocket.OPEN) socket.send(one);
    },
    ending: async (milliseconds = 5_000) => {
      await until(() => code !== undefined, milliseconds);
      return code ?? 0;
    },
    close: () => socket.terminate(),
  };
}

/** The status with which a socket is refused; 101 when it is not. */
export async function refusal(test: Pick<TestApp, 'url'>, document: string, knock: Knock): Promise<number> {
  const socket = knockAt(test, document, knock);
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (request, { statusCode }) => {
      request.destroy();
      resolve(statusCode ?? 0);
    });
    socket.on('error', reject);
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
  });
}

function knockAt(test: Pick<TestApp, 'url'>, document: string, { cookie, origin, query }: Knock): WebSocket {
  const address = `${test.url.replace('http', 'ws')}/collab/${document}?${query ?? `${savedParameter}=1`}`;
  const socket = new WebSocket(address, {
    headers: { ...(cookie !== undefined && { cookie }), origin: origin ?? test.url },
    perMessageDeflate: false,
  });
  socket.on('error', () => undefined);
  return socket;
}
