import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Permit } from '../access/permit.js';

/** What the guard and the interceptor leave on a request for the handler. */
export interface Handled {
  permit?: Permit;
  input?: unknown;
}

export type EntenteRequest = FastifyRequest & { entente: Handled };

/** A request with its answer, for handlers that set cookies. */
export interface HttpExchange {
  readonly request: EntenteRequest;
  readonly reply: FastifyReply;
}
