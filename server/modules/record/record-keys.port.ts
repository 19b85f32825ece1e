import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { parseCheckpoint } from '../../../shared/log/checkpoint.js';
import { base64 } from '../../../shared/log/encoding.js';
import { emptyRoot, type Hash } from '../../../shared/log/hash.js';
import { parseNote } from '../../../shared/log/note.js';
import { keyOverlapDays, type RevocationReason } from '../../../shared/record/key.rules.js';
import { logCrypto } from '../../platform/crypto/log-crypto.js';
import type { Tx } from '../../platform/database/tx.js';
import { LogKeyRepository } from './log/log-key.repository.js';
import { LogRepository, type LogHead } from './log/log.repository.js';
import { PolicyChanges } from './log/log-policy.js';
import { SigningKeys } from './log/signing-keys.js';
import { PublicRecord } from './record.port.js';

/** How the key of a log was changed. */
export interface KeyChange {
  readonly oldKey: string;
  readonly newKey: string;
  /** The first day on which the old one does not sign. */
  readonly retiresOn: string;
}

/** Changes and revokes the keys of logs. The log says so itself, so that whoever reads it knows which signatures count. */
@Injectable()
export class RecordKeys {
  constructor(
    private readonly log: LogRepository,
    private readonly keys: LogKeyRepository,
    private readonly signing: SigningKeys,
    private readonly changes: PolicyChanges,
    private readonly record: PublicRecord,
  ) {}

  /**
   * Gives a log a new key, which from now on signs with the old one until that retires; where no key was left, the new one
   * signs alone, and what waited is signed.
   * @throws Failure `record.key_changing` as long as two keys sign; KeyProblem where there is no new key to be had
   */
  async rotate(tx: Tx, dyadId: string): Promise<KeyChange> {
    const head = await this.lockedHead(tx, dyadId);
    const inUse = await this.keys.inUse(tx, dyadId);
    if (inUse.length > 1) throw new Failure('record.key_changing');
    const old = inUse[0] ?? (await this.keys.all(tx, dyadId)).at(-1);
    if (!old) throw new Error('A log that is open never had a key');
    const newKey = await this.signing.make(tx, dyadId, head.origin);
    const retiresOn =
      inUse.length === 0 && old.retiresOn !== null
        ? old.retiresOn
        : await this.keys.retire(tx, dyadId, old.verifierKey, keyOverlapDays);
    await this.record.append(tx, dyadId, {
      kind: 'key.rotated',
      subject: head.subject,
      by: { side: 'platform' },
      about: { old_key: old.verifierKey, new_key: newKey, retires_on: retiresOn },
    });
    await this.changes.say(tx, dyadId, head.subject, 'platform');
    return { oldKey: old.verifierKey, newKey, retiresOn };
  }

  /**
   * Has a key sign no more, from this moment on. The head is locked, so no signature is under way; what was signed last is
   * said in the log, since whoever has the key may sign other things.
   * @returns whether another key goes on signing; where none does, entries wait for the next one
   * @throws Failure `record.no_such_key` for a key that does not sign this log
   */
  async revoke(tx: Tx, dyadId: string, key: string, reason: RevocationReason): Promise<boolean> {
    const head = await this.lockedHead(tx, dyadId);
    const inUse = await this.keys.inUse(tx, dyadId);
    if (!inUse.some(({ verifierKey }) => verifierKey === key)) throw new Failure('record.no_such_key');
    await this.keys.revoke(tx, dyadId, key, reason);
    await this.record.append(tx, dyadId, {
      kind: 'key.revoked',
      subject: head.subject,
      by: { side: 'platform' },
      about: { key, reason, size: head.publishedSize, root: base64(await this.signedRoot(tx, head)) },
    });
    await this.changes.say(tx, dyadId, head.subject, 'platform');
    return inUse.length > 1;
  }

  private async signedRoot(tx: Tx, { dyadId, publishedSize }: LogHead): Promise<Hash> {
    const note = await this.log.checkpoint(tx, dyadId, publishedSize);
    return note === undefined ? emptyRoot(logCrypto.sha256) : parseCheckpoint(parseNote(note).text).root;
  }

  /** @throws Failure `server.unavailable` as long as the log is not open, for the second after a dyad is founded */
  private async lockedHead(tx: Tx, dyadId: string): Promise<LogHead> {
    const head = await this.log.locked(tx, dyadId);
    if (!head) throw new Failure('server.unavailable');
    return head;
  }
}
