import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { PublicRecord } from '../record.port.js';
import { LogOrigin } from './log-origin.js';
import { SigningKeys } from './signing-keys.js';
import { policyOf } from './witness-policy.js';
import { WitnessRepository } from './witness.repository.js';

/** Whose signatures count under a log, as it says itself in a file. */
@Injectable()
export class LogPolicy {
  constructor(
    private readonly keys: SigningKeys,
    private readonly witnesses: WitnessRepository,
    private readonly origin: LogOrigin,
  ) {}

  async text(tx: Tx, dyadId: string, slug: string): Promise<string> {
    const [keys, witnesses] = [await this.keys.verifierKeys(tx, dyadId), await this.witnesses.inOffice(tx, dyadId)];
    return policyOf(this.origin.address(slug), keys, witnesses);
  }
}

/** Says in the log that its policy is another one now, in the transaction of what changed it. */
@Injectable()
export class PolicyChanges {
  constructor(
    private readonly policy: LogPolicy,
    private readonly dyads: DyadReader,
    private readonly record: PublicRecord,
  ) {}

  /** @param subject the subject of entries about the log itself, whose head is locked */
  async say(tx: Tx, dyadId: string, subject: string, side: 'both' | 'platform'): Promise<void> {
    const { slug } = await this.dyads.profile(tx, dyadId);
    const digest = createHash('sha256')
      .update(await this.policy.text(tx, dyadId, slug))
      .digest('hex');
    await this.record.append(tx, dyadId, { kind: 'policy.changed', subject, by: { side }, about: { digest } });
  }
}
