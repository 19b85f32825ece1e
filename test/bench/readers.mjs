// Two hundred connected readers: each notes how long after its sending a post reached it. A post begins with the time
// it was sent at.
import { io } from 'socket.io-client';
import { now, pause } from './process.mjs';

let sockets = [];
let delays = [];
let firstAt = 0;
let lastAt = 0;
let newest;

const tasks = {
  connect: async ({ url, cookies, topic }) => {
    sockets = await Promise.all(cookies.map((cookie) => reader(url, cookie, topic)));
    return { connected: sockets.length };
  },
  /** What was noted since the last time, once `expected` deliveries came or nothing came for a while. */
  collect: async ({ expected }) => {
    while (delays.length < expected && now() - lastAt < 3000) await pause(20);
    const answer = { delays, milliseconds: lastAt - firstAt, signal: newest };
    delays = [];
    firstAt = 0;
    return answer;
  },
  disconnect: async () => {
    for (const socket of sockets) socket.close();
    return {};
  },
};

process.on('message', (task) => {
  if (task.name === 'collect') lastAt = Math.max(lastAt, now() - 1000);
  void tasks[task.name](task).then((answer) => process.send(answer));
});

async function reader(url, cookie, topic) {
  const socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { origin: url, cookie } });
  socket.on('signal', (signal) => {
    if (signal.kind !== 'post.published') return;
    newest = signal;
    lastAt = now();
    firstAt ||= lastAt;
    delays.push(lastAt - Number.parseFloat(signal.view.body[0].inlines[0].text));
  });
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  if (topic) await socket.emitWithAck('stream.follow', { dyad: 'bench', stream: `topic:${topic}` });
  return socket;
}
