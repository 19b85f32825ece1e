// The baseline: a bare WebSocket relay. It sends on what comes in a document to everybody else there, keeps nothing,
// asks nobody who they are, and answers those who join with bytes it was given.
import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { readFrame } from './documents-frames.mjs';
import { usage } from './usage.mjs';

const longestFrame = 1024 * 1024;
const documents = new Map();
let welcome = Buffer.alloc(0);

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false, maxPayload: longestFrame });
sockets.on('connection', (socket, { url }) => {
  const others = documents.get(url) ?? new Set();
  documents.set(url, others.add(socket));
  socket.on('close', () => others.delete(socket));
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => {
    // Both ends of a join begin with the same two bytes, and nothing is decoded of what is sent on.
    if (data[0] === 0 && data[1] < 2) {
      if (readFrame(data).kind === 'step1') socket.send(welcome);
      return;
    }
    for (const other of others) if (other !== socket && other.readyState === WebSocket.OPEN) other.send(data);
  });
});
server.listen(0, '127.0.0.1');

process.on('message', ({ name, bytes }) => {
  if (name === 'welcome') welcome = Buffer.from(bytes, 'base64');
  process.send(name === 'address' ? { url: `http://127.0.0.1:${server.address().port}` } : usage());
});
