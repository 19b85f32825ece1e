// The baselines: bare Fastify answering given bytes, and bare Socket.IO telling given bytes to everybody connected.
import fastify from 'fastify';
import { Server } from 'socket.io';

process.once('message', async ({ page, signal }) => {
  const app = fastify();
  app.get('/page', (_, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(page));
  const io = new Server(app.server, { perMessageDeflate: false });
  app.post('/posts', async (request, reply) => {
    io.emit('signal', withText(signal, request.body.text));
    return reply.status(201).send({});
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.send({ url: `http://localhost:${app.server.address().port}` });
});

/** The same signal about a post that begins with other words. */
const withText = (signal, text) => ({
  ...signal,
  view: { ...signal.view, body: [{ ...signal.view.body[0], inlines: [{ type: 'text', text }] }] },
});
