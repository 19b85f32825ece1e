import { fastify, type FastifyInstance } from 'fastify';
import { fromUtf8 } from '../../../shared/log/encoding.js';
import { attempt } from '../../../shared/log/error.js';
import type { Witness } from './witness.js';

/** 63 hashes and a note as long as one may be. */
const longestRequest = 1024 * 1024 + 4096;
const plain = 'text/plain; charset=utf-8';

/**
 * A witness on the web (C2SP tlog-witness): `POST /add-checkpoint`, and what it has signed at `GET /<hash>/checkpoint`.
 * @param now seconds since 1970
 */
export function witnessServer(witness: Witness, now: () => number): FastifyInstance {
  const app = fastify({ bodyLimit: longestRequest });
  app.removeAllContentTypeParsers();
  // The specification names no type for the request, and clients send what their libraries do.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/add-checkpoint', async ({ body }, reply) => {
    const text = body instanceof Uint8Array ? attempt(() => fromUtf8(body)) : undefined;
    const answer = witness.addCheckpoint(text ?? '', now());
    reply.code(answer.status).type(plain);
    if (answer.status === 200) return answer.line;
    if (answer.status === 409) return reply.type('text/x.tlog.size').send(`${answer.size}\n`);
    return `${answer.why}\n`;
  });
  app.get<{ Params: { hash: string } }>('/:hash/checkpoint', async ({ params }, reply) => {
    const note = witness.shown(params.hash);
    if (note === undefined) return reply.code(404).type(plain).send('This witness has signed nothing of such a log.\n');
    return reply.type(plain).header('cache-control', 'no-cache').send(note);
  });
  return app;
}
