import { Injectable } from '@nestjs/common';
import { networkOf, RateLimit, type Allowance } from '../../platform/http/rate-limit.js';

const perAccount: Allowance = { what: 'sign_in.account', times: 10, seconds: 900 };
const perNetwork: Allowance = { what: 'sign_in.network', times: 30, seconds: 900 };

/**
 * Slows guessing down: per account from everywhere together, and per network for all accounts. It counts before any
 * password is checked, and it never locks: a passkey or an open session of the victim goes on working.
 */
@Injectable()
export class SignInThrottle {
  constructor(private readonly rateLimit: RateLimit) {}

  /** @throws Failure `request.too_fast`. */
  async take(account: string, address: string): Promise<void> {
    await this.rateLimit.take(perNetwork, networkOf(address));
    await this.rateLimit.take(perAccount, account.toLowerCase());
  }

  async takeNetwork(address: string): Promise<void> {
    await this.rateLimit.take(perNetwork, networkOf(address));
  }
}
