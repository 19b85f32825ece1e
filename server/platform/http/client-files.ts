import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../shared/contract/failure.js';
import { FailureFilter } from './failure.filter.js';

/** Paths that are never a page of the client; a file of an earlier build is not there, and no page is in its place. */
const notPages = /^\/(api|assets|log|socket\.io|collab|health)(\/|$)/;

/** Serves the built client: hashed files for ever, and its page for every address that is not the API's. */
export async function serveClient(app: NestFastifyApplication, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic as never, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply: { header(name: string, value: string): unknown }, path: string) => {
      const hashed = path.includes(join(folder, 'assets'));
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const filter = app.get(FailureFilter);
  fastify.get('/*', (request, reply) => {
    if (notPages.test(request.url)) {
      filter.answer(new Failure('request.not_found'), request, reply);
      return;
    }
    void reply.sendFile('index.html');
  });
}
