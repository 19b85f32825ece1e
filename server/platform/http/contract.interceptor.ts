import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import type { Contract } from '../../../shared/contract/contract.js';
import { contractKey } from './endpoint.js';
import { parseInput } from './parse-input.js';
import type { EntenteRequest } from './request.js';

/** Parses what comes in by the contract and lets out only what the contract lists. */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
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
    return next.handle().pipe(
      map((answer: unknown) => {
        if (!request.entente.permit?.isSettled)
          throw new Error(`${contract.route} never showed its state to the policy`);
        return contract.response?.parse(answer);
      }),
    );
  }
}
