import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Contract } from '../../../shared/contract/contract.js';
import { Failure } from '../../../shared/contract/failure.js';
import { slug } from '../../../shared/language/fields.js';
import { ActorResolver } from '../access/actor-resolver.js';
import { Permit } from '../access/permit.js';
import { contractKey } from './endpoint.js';
import type { EntenteRequest } from './request.js';
import { RequestLimits } from './request-limits.js';
import { sessionToken } from './session-cookie.js';

/** Asks the policy table before every handler. A handler without a contract never gets this far: see PolicyWalk. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorResolver,
    private readonly limits: RequestLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const contract = this.reflector.get<Contract | undefined>(contractKey, context.getHandler());
    if (!contract) return false;
    const request = context.switchToHttp().getRequest<EntenteRequest>();
    const { dyad } = request.params as { dyad?: string };
    // Who asks is looked up before the request is parsed, so what is no name of a dyad ends here.
    if (dyad !== undefined && !slug.safeParse(dyad).success) throw new Failure('request.not_found');
    const actor = await this.actors.resolve(sessionToken(request), dyad);
    await this.limits.take(actor, request.ip, request.method);
    request.entente = { permit: Permit.issue(contract.action, actor) };
    return true;
  }
}
