import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { AnswerOf, Contract, InputOf, Method } from '../../../shared/contract/contract.js';
import type { Permit } from '../access/permit.js';
import { statusOf } from './open-api.js';
import type { EntenteRequest, HttpExchange } from './request.js';

export const contractKey = 'entente:contract';

const verbs: Record<Method, (path: string) => MethodDecorator> = {
  GET: Get,
  POST: Post,
  PUT: Put,
  PATCH: Patch,
  DELETE: Delete,
};

type Handler<C extends Contract> = (input: InputOf<C>, permit: Permit, ...rest: never[]) => Promise<AnswerOf<C>>;

/**
 * Binds a method to a contract. The compiler refuses a handler whose input or answer differs from the contract; the
 * guard refuses callers, and the interceptor parses what comes in and strips what goes out.
 */
export function Endpoint<C extends Contract>(contract: C) {
  const [method, path] = contract.route.split(' ') as [Method, string];
  return <H extends Handler<C>>(target: object, name: string, descriptor: TypedPropertyDescriptor<H>): void => {
    applyDecorators(
      verbs[method](path),
      HttpCode(statusOf(contract)),
      SetMetadata(contractKey, contract),
      RouteConfig({ bodyBytes: contract.bodyBytes }),
    )(target, name, descriptor);
  };
}

/** The parsed input of the contract. */
export const Input = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<EntenteRequest>().entente.input,
);

/** The proof that the caller may do this. */
export const Allowed = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<EntenteRequest>().entente.permit,
);

/** The request and the answer themselves; only for the few handlers that set a cookie. */
export const Exchange = createParamDecorator((_: unknown, context: ExecutionContext): HttpExchange => ({
  request: context.switchToHttp().getRequest<EntenteRequest>(),
  reply: context.switchToHttp().getResponse<HttpExchange['reply']>(),
}));
