import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { sameBytes } from '../../../../shared/log/encoding.js';
import { parseVerifierKey, type VerifierKey } from '../../../../shared/log/key.js';
import { Clock } from '../../../platform/clock/clock.js';
import { dayOf } from '../../../platform/clock/day.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import type { Tx } from '../../../platform/database/tx.js';
import { PublicRecord } from '../record.port.js';
import { PolicyChanges } from './log-policy.js';
import { LogRepository } from './log.repository.js';
import { WitnessRepository, type Witness } from './witness.repository.js';

export type NewWitness = Omit<Witness, 'cosignedOn'>;

/** Who the witnesses of a log are. The log says itself who came and who left: a reader of it knows whom to count. */
@Injectable()
export class WitnessRegistry {
  constructor(
    private readonly witnesses: WitnessRepository,
    private readonly log: LogRepository,
    private readonly record: PublicRecord,
    private readonly changes: PolicyChanges,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `record.witness_known` */
  async add(tx: Tx, dyadId: string, witness: NewWitness): Promise<void> {
    const subject = await this.lockedSubject(tx, dyadId);
    await this.requireNew(tx, dyadId, witness.verifierKey);
    await this.witnesses.add(tx, dyadId, witness, dayOf(this.clock.now()));
    const { verifierKey, side, name } = witness;
    const about = { verifier_key: verifierKey, side, name };
    await this.record.append(tx, dyadId, { kind: 'witness.added', subject, by: { side: 'both' }, about });
    await this.changes.say(tx, dyadId, subject, 'both');
  }

  /** @throws Failure `record.no_such_witness` */
  async remove(tx: Tx, dyadId: string, verifierKey: string): Promise<void> {
    const subject = await this.lockedSubject(tx, dyadId);
    const { side, name } = await this.inOffice(tx, dyadId, verifierKey);
    await this.witnesses.remove(tx, dyadId, verifierKey, dayOf(this.clock.now()));
    const about = { verifier_key: verifierKey, side, name };
    await this.record.append(tx, dyadId, { kind: 'witness.removed', subject, by: { side: 'both' }, about });
    await this.changes.say(tx, dyadId, subject, 'both');
  }

  /** @throws Failure `record.no_such_witness` */
  async inOffice(tx: Tx, dyadId: string, verifierKey: string): Promise<Witness> {
    const witness = (await this.witnesses.inOffice(tx, dyadId)).find((one) => one.verifierKey === verifierKey);
    if (!witness) throw new Failure('record.no_such_witness');
    return witness;
  }

  /**
   * One key is one witness, under one name, once: somebody who came twice would count twice, and a line is told apart by
   * name and ID alone. A key that left does not come back, since what it signed meanwhile would count all at once.
   * @throws Failure `record.witness_known`
   */
  async requireNew(tx: Tx, dyadId: string, verifierKey: string): Promise<void> {
    const wanted = keyOf(verifierKey);
    const known = (await this.witnesses.everyKey(tx, dyadId)).map(keyOf);
    if (known.some((one) => isSame(one, wanted))) throw new Failure('record.witness_known');
  }

  /**
   * What entries about the log itself continue. The head is locked, so that of two acts about one key the second sees the
   * first. @throws Failure `server.unavailable` as long as the log is not open, for the second after a dyad is founded
   */
  private async lockedSubject(tx: Tx, dyadId: string): Promise<string> {
    const head = await this.log.locked(tx, dyadId);
    if (!head) throw new Failure('server.unavailable');
    return head.subject;
  }
}

const keyOf = (verifierKey: string): VerifierKey => parseVerifierKey(logCrypto.sha256, verifierKey);

const isSame = (one: VerifierKey, other: VerifierKey): boolean =>
  sameBytes(one.publicKey, other.publicKey) || (one.name === other.name && one.id === other.id);
