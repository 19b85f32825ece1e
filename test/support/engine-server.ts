import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Instead of JSON. */
  readonly raw?: string;
}

export interface Asked {
  /** With the query. */
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly json: unknown;
}

/** A server on the loopback interface that answers as an engine would, and remembers what it was asked. */
export interface EngineServer {
  readonly url: string;
  readonly asked: Asked[];
  close(): Promise<void>;
}

/** @param answer what it says to a request; `silence` for nothing, ever */
export async function engineServer(answer: (asked: Asked) => Answer | 'silence'): Promise<EngineServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8');
      const isJson = request.headers['content-type'] === 'application/json';
      const { url: path = '', method = '', headers } = request;
      const one = { path, method, headers, text, json: isJson ? (JSON.parse(text) as unknown) : undefined };
      asked.push(one);
      const answered = answer(one);
      if (answered === 'silence') return;
      response.writeHead(answered.status ?? 200, { 'content-type': 'application/json', ...answered.headers });
      response.end(answered.raw ?? JSON.stringify(answered.body ?? {}));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
