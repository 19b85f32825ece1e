import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../shared/access/actor.js';
import { networkOf, RateLimit, type Allowance } from './rate-limit.js';

/** What one network without a session, and one account, may ask in a while; generous for people, tight for programs. */
const anonymous: Allowance = { what: 'anonymous', times: 300, seconds: 300 };
const account: Allowance = { what: 'account', times: 1500, seconds: 300 };
const writes: Allowance = { what: 'writes', times: 60, seconds: 60 };

/** Keeps one network or account from taking the server from everybody else. */
@Injectable()
export class RequestLimits {
  constructor(
    private readonly rateLimit: RateLimit,
    private readonly enabled: boolean,
  ) {}

  /** @throws Failure `request.too_fast`. */
  async take(actor: Actor, address: string, method: string): Promise<void> {
    if (!this.enabled) return;
    if (actor.kind === 'visitor') return this.rateLimit.take(anonymous, networkOf(address));
    await this.rateLimit.take(account, actor.accountId);
    if (method !== 'GET') await this.rateLimit.take(writes, actor.accountId);
  }
}
