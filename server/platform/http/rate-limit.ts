import { Injectable } from '@nestjs/common';
import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Failure } from '../../../shared/contract/failure.js';

export interface Allowance {
  /** What is counted: one word, also the limiter's name. */
  readonly what: string;
  readonly times: number;
  readonly seconds: number;
}

/**
 * Counts in memory, by keys that cannot be turned back into addresses: HMAC under a key that is made anew each day and
 * never stored.
 */
@Injectable()
export class RateLimit {
  private readonly limiters = new Map<string, RateLimiterMemory>();
  private key = randomBytes(32);
  private keyDay = '';

  /** @throws Failure `request.too_fast` with the seconds to wait. */
  async take(allowance: Allowance, who: string): Promise<void> {
    const limiter = this.limiters.get(allowance.what) ?? this.limiter(allowance);
    try {
      await limiter.consume(this.blind(who));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new Failure('request.too_fast', { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
    }
  }

  private limiter(allowance: Allowance): RateLimiterMemory {
    const made = new RateLimiterMemory({ points: allowance.times, duration: allowance.seconds });
    this.limiters.set(allowance.what, made);
    return made;
  }

  private blind(who: string): string {
    const today = new Date().toISOString().slice(0, 10);
    if (today !== this.keyDay) {
      this.keyDay = today;
      this.key = randomBytes(32);
    }
    return createHmac('sha256', this.key).update(who).digest('base64url');
  }
}

/** The network an address belongs to, as far as one household or device usually has it: IPv4 whole, IPv6 by its /64. */
export function networkOf(address: string): string {
  // What a server that listens on both sees of IPv4: without this all of IPv4 would be one network.
  const [, four] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (four !== undefined) return four;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : [];
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
