// The baselines: bare Fastify answering given bytes, and bare Socket.IO telling given bytes to everybody connected.
import fastify from 'fastify';
import { Server } from 'socket.io';

process.once('message', async ({ body, told }) => {
  const app = fastify();
  app.get('/bytes', (_, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(body));
  const io = new Server(app.server, { perMessageDeflate: false });
  app.post('/tell', async (request) => {
    io.emit('signal', { sentAt: request.headers['x-sent-at'], told });
    return {};
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.send({ port: app.server.address().port });
});
