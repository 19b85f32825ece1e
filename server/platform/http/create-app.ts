import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Type } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { Config } from '../config/config.js';
import { Log } from '../logging/log.js';
import { ContractInterceptor } from './contract.interceptor.js';
import { FailureFilter } from './failure.filter.js';
import { OriginCheck } from './origin-check.js';
import { PolicyGuard } from './policy.guard.js';
import { bareSecurityHeaders, contentSecurityPolicy, permissionsPolicy } from './security-headers.js';

/** Requests are short texts; a contract whose body is a file says how large that may be. */
const bodyLimitBytes = 64 * 1024;

/** Makes the application ready to listen: security headers, origin check, policy guard, contracts, failures. */
export async function createApp(module: Type | DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    trustProxy: config.TRUSTED_PROXIES.length > 0 ? config.TRUSTED_PROXIES : false,
    genReqId: () => randomBytes(9).toString('base64url'),
    requestTimeout: 15_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 20_000,
    forceCloseConnections: true,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // An address that cannot be read reaches no hook and no handler; its answer is made here.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers(bareSecurityHeaders);
      app.get(FailureFilter).answer(error, request, reply);
    },
  });
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Log));
  const filter = app.get(FailureFilter);
  app.useGlobalFilters(filter);
  app.useGlobalGuards(app.get(PolicyGuard));
  app.useGlobalInterceptors(app.get(ContractInterceptor));

  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    frameguard: { action: 'deny' },
  });
  fastify.addHook('onRoute', (route) => {
    const { bodyBytes } = (route.config ?? {}) as { bodyBytes?: number };
    if (bodyBytes !== undefined) route.bodyLimit = bodyBytes;
  });
  const origins = app.get(OriginCheck);
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('permissions-policy', permissionsPolicy);
    if (request.url.startsWith('/api/')) {
      void reply.header('cache-control', 'no-store');
      origins.requireOwn(request);
    }
  });
  return app;
}
