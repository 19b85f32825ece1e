import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';
import type { Contract, FileAnswer, Octets } from '../../../shared/contract/contract.js';
import { attachment } from './attachment.js';
import { contractKey } from './endpoint.js';
import { parseInput } from './parse-input.js';
import type { EntenteRequest } from './request.js';

/** Parses what comes in by the contract and lets out only what the contract lists. */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  /** By the answer itself: a use case that keeps a page in memory answers with the same object, which is never changed. */
  private readonly bytes = new WeakMap<object, Buffer>();

  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const contract = this.reflector.get<Contract | undefined>(contractKey, context.getHandler());
    if (!contract) return next.handle();
    const request = context.switchToHttp().getRequest<EntenteRequest>();
    const key = request.headers['idempotency-key'];
    request.entente.input = parseInput(contract, {
      params: request.params,
      query: request.query,
      body: request.body ?? undefined,
      idempotencyKey: typeof key === 'string' ? key : undefined,
    });
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (!request.entente.permit?.isSettled)
          throw new Error(`${contract.route} never showed its state to the policy`);
        if (contract.file !== undefined) return this.file(contract.file, answer as FileAnswer, reply);
        if (contract.octets) return this.octets(contract.octets, answer as Uint8Array | string, reply);
        if (!contract.response) return undefined;
        void reply.header('content-type', 'application/json; charset=utf-8');
        return this.written(contract.response, answer);
      }),
    );
  }

  /** A file is kept and never shown in our own name, whatever its type: should it be, nothing in it runs. */
  private file(
    type: string,
    { content, languages, ...names }: FileAnswer,
    reply: FastifyReply,
  ): Buffer | StreamableFile {
    const policy = String(reply.getHeader('content-security-policy') ?? "default-src 'none'");
    void reply
      .header('content-type', type)
      .header('cache-control', 'no-store')
      .header('content-language', languages.join(', '))
      .header('content-disposition', attachment(names))
      .header('content-security-policy', `${policy};sandbox`);
    const isWhole = typeof content === 'string' || content instanceof Uint8Array;
    return isWhole ? Buffer.from(content) : new StreamableFile(Readable.from(content));
  }

  /** What programs of others fetch, also from pages of others: there is nothing in it that is not for everybody. */
  private octets({ type, lasts }: Octets, content: Uint8Array | string, reply: FastifyReply): Buffer {
    void reply
      .header('content-type', type)
      .header('cache-control', lasts === 'for ever' ? 'public, max-age=31536000, immutable' : 'no-cache')
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin');
    return Buffer.from(content);
  }

  /** The answer as it leaves: stripped to what the contract lists. What was answered before is not written again. */
  private written(response: z.ZodType, answer: unknown): Buffer {
    const isObject = typeof answer === 'object' && answer !== null;
    const known = isObject ? this.bytes.get(answer) : undefined;
    if (known) return known;
    const bytes = Buffer.from(JSON.stringify(response.parse(answer)));
    if (isObject) this.bytes.set(answer, bytes);
    return bytes;
  }
}
