import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { base64 } from '../../../../shared/log/encoding.js';
import { keyId, keyType, verifierKey } from '../../../../shared/log/key.js';
import { signatureLine, signedNote } from '../../../../shared/log/note.js';
import { Clock } from '../../../platform/clock/clock.js';
import { dayOf } from '../../../platform/clock/day.js';
import { ed25519FromSeed, logCrypto } from '../../../platform/crypto/log-crypto.js';
import { opened, sealed, type Place } from '../../../platform/crypto/sealed-field.js';
import type { Tx } from '../../../platform/database/tx.js';

const seedBytes = 32;

interface KeyRow {
  readonly verifierKey: string;
  readonly sealed: Buffer;
}

/** The keys that sign a log. They lie in the database, encrypted under a key that follows from the server's secret. */
@Injectable()
export class SigningKeys {
  constructor(
    private readonly serverKey: Buffer,
    private readonly clock: Clock,
  ) {}

  /** Makes the first key of a log. Its name is the log's origin (C2SP tlog-checkpoint). @returns the verifier key */
  async make(tx: Tx, dyadId: string, origin: string): Promise<string> {
    const seed = randomBytes(seedBytes);
    const { publicKey } = ed25519FromSeed(seed);
    const key = verifierKey(logCrypto.sha256, { name: origin, type: keyType.ed25519, publicKey });
    await tx.query(`insert into log_key (dyad_id, verifier_key, sealed, since) values ($1, $2, $3, $4)`, [
      dyadId,
      key,
      sealed(this.serverKey, placeOf(dyadId, key), base64(seed)),
      dayOf(this.clock.now()),
    ]);
    return key;
  }

  /** The text of a checkpoint with a line of each key in use. @throws Error when a key opens with another secret only */
  async sign(tx: Tx, dyadId: string, origin: string, text: string): Promise<string> {
    const message = new TextEncoder().encode(text);
    const lines = (await this.inUse(tx, dyadId)).map((row) => {
      const signer = ed25519FromSeed(
        Buffer.from(opened(this.serverKey, placeOf(dyadId, row.verifierKey), row.sealed), 'base64'),
      );
      const id = keyId(logCrypto.sha256, { name: origin, type: keyType.ed25519, publicKey: signer.publicKey });
      return signatureLine(origin, id, signer.sign(message));
    });
    if (lines.length === 0) throw new Error('A log has no key to sign with');
    return signedNote(text, lines);
  }

  /** What verifies the log now. */
  async verifierKeys(tx: Tx, dyadId: string): Promise<string[]> {
    return (await this.inUse(tx, dyadId)).map((row) => row.verifierKey);
  }

  private inUse(tx: Tx, dyadId: string): Promise<KeyRow[]> {
    return tx.query<KeyRow>(
      `select verifier_key as "verifierKey", sealed from log_key
       where dyad_id = $1 and retired_on is null order by since, verifier_key`,
      [dyadId],
    );
  }
}

const placeOf = (dyadId: string, key: string): Place => `log_key|sealed|${dyadId}.${key}`;
