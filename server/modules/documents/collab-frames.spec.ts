import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { frameTypes, syncTypes } from '../../../shared/documents/collab.protocol.js';
import { frames, readFrame } from './collab-frames.js';

/** Lengths around those at which RFC 6455 writes a length in another way. */
const lengths = [0, 1, 119, 120, 121, 122, 123, 124, 65_525, 65_526, 65_527, 65_528, 65_529, 65_530, 200_000];

it('frames come whole through the parser of a client, among those that the library sends itself', async () => {
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server.on('upgrade', (request, wire, head) =>
    sockets.handleUpgrade(request, wire, head, (socket) => {
      for (const length of lengths) {
        wire.write(frames.update(new Uint8Array(length).fill(length % 251)));
        socket.ping();
      }
      socket.close(1000);
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const came: Buffer[] = [];
  client.on('message', (data) => came.push(data as Buffer));
  const [code] = (await once(client, 'close')) as [number];
  server.close();
  expect(code).toBe(1000);
  expect(came.map((bytes) => [...bytes.subarray(0, 2)])).toEqual(
    lengths.map(() => [frameTypes.sync, syncTypes.update]),
  );
  expect(came.map(readFrame)).toEqual(
    lengths.map((length) => ({
      kind: 'update',
      isAnswer: false,
      update: Buffer.from(new Uint8Array(length).fill(length % 251)),
    })),
  );
});
