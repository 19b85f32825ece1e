import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, type Problem } from '../../../shared/contract/failure.js';
import { Sentences } from '../i18n/sentences.js';
import { Log } from '../logging/log.js';

/** Turns whatever was thrown into one answer: problem+json with a stable code and a sentence; nothing of the inside. */
@Catch()
export class FailureFilter implements ExceptionFilter {
  constructor(
    private readonly sentences: Sentences,
    private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    this.answer(error, request, http.getResponse<FastifyReply>());
  }

  /** The same for errors that Fastify meets before Nest sees the request. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const failure = asFailure(error, request);
    if (failure.status >= 500) this.log.error('request.failed', { request: request.id, code: failure.code, error });
    const language = this.sentences.languageFor(request.headers['accept-language']);
    if (failure.code === 'request.too_fast' || failure.code === 'sign_in.busy') {
      void reply.header('retry-after', String(failure.params['seconds'] ?? 1));
    }
    void reply
      .status(failure.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-language', language)
      .send(JSON.stringify(this.problem(failure, language)));
  }

  private problem(failure: Failure, language: string): Problem {
    return {
      type: `urn:entente:failure:${failure.code}`,
      status: failure.status,
      code: failure.code,
      detail: this.sentences.failure(language, failure.code, failure.params),
      params: failure.params,
      fields: failure.fields.map((one) => ({ ...one, detail: this.sentences.field(language, one) })),
    };
  }
}

/** Errors of PostgreSQL that mean "later", not "wrong": connection lost, shutting down, too many, lock or time limit. */
const away = /^(08|57P0|53|55P03|57014)/;
const refusedConnection = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT']);

function asFailure(error: unknown, request: FastifyRequest): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof HttpException) return forStatus(error.getStatus(), request);
  if (error instanceof Error) {
    if ('statusCode' in error && typeof error.statusCode === 'number') return forStatus(error.statusCode, request);
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (away.test(code) || refusedConnection.has(code)) return new Failure('server.unavailable');
    if (/connection terminated|timeout exceeded when trying to connect/i.test(error.message)) {
      return new Failure('server.unavailable');
    }
  }
  return new Failure('server.fault', { request: request.id });
}

function forStatus(status: number, { id, routeOptions }: FastifyRequest): Failure {
  if (status === 404 || status === 405) return new Failure('request.not_found');
  if (status === 413) return new Failure('request.too_large', { limitKilobytes: (routeOptions.bodyLimit ?? 0) / 1024 });
  if (status === 415) return new Failure('request.unsupported_type');
  if (status === 403) return new Failure('access.denied');
  if (status >= 400 && status < 500) return new Failure('request.malformed');
  return new Failure('server.fault', { request: id });
}
