import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Failure } from '../../../shared/contract/failure.js';

/** OWASP ASVS 5, appendix C: Argon2id (the library's 2) with t ≥ 3 needs at least 12 MiB; we take 64 MiB, one lane. */
const cost = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const wanted = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** A hash of today's costs that no known password has (salt and hash are zeros): checked where there is none. */
const decoy = `${wanted}${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Two at a time is 128 MiB; the rest waits, and a longer queue would only keep people waiting for nothing. */
const atOnce = 2;
const mayWait = 50;
const waitSeconds = 5;

/** Hashes passwords slowly on purpose, and few at a time, so that signing in cannot be used to exhaust the server. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** The PHC string to store. Passwords are compared as typed, in composed form, to the last byte. */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFC'), cost));
  }

  /**
   * Whether the password is the one that was hashed. Without a hash (no such account) it takes the same time and says
   * no, so that the time tells nobody which logins exist.
   */
  async matches(stored: string | undefined, password: string): Promise<boolean> {
    const same = await this.inTurn(() => verify(stored ?? decoy, password.normalize('NFC')));
    return same && stored !== undefined;
  }

  /** Whether a stored hash was made with other costs than today's. */
  isOutdated(stored: string): boolean {
    return !stored.startsWith(wanted);
  }

  /** @throws Failure `sign_in.busy` when too many are waiting already. */
  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running < atOnce) {
      this.running += 1;
    } else {
      if (this.waiting.length >= mayWait) throw new Failure('sign_in.busy', { seconds: waitSeconds });
      await new Promise<void>((takeTurn) => this.waiting.push(takeTurn));
    }
    try {
      return await work();
    } finally {
      // The turn goes to the next in line; only when nobody waits is a place free.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
