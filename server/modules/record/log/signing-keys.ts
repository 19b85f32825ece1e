import { Injectable } from '@nestjs/common';
import { signatureLine, signedNote } from '../../../../shared/log/note.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import type { Tx } from '../../../platform/database/tx.js';
import { HeldKeys } from './held-keys.js';
import { LogKeyRepository, type LogKeyRow } from './log-key.repository.js';
import { SealedKeys } from './sealed-keys.js';
import { KeyProblem, parsedKey, type Signer } from './signer.js';

/** The keys that sign a log. Each is pinned by its verifier key; whatever holds it has to sign so that this one verifies it. */
@Injectable()
export class SigningKeys {
  /** What signs with a key that was opened or found once: that takes longer than to sign with it. */
  private readonly signers = new Map<string, Signer>();

  constructor(
    private readonly keys: LogKeyRepository,
    private readonly sealed: SealedKeys,
    private readonly held: HeldKeys,
  ) {}

  /** Gives a log a key that it never had, from where the settings say. @returns its verifier key @throws KeyProblem */
  async make(tx: Tx, dyadId: string, origin: string): Promise<string> {
    if (!this.held.holdsNext) {
      const made = this.sealed.make(dyadId, origin);
      await this.keys.add(tx, dyadId, made.verifierKey, made.sealed);
      return made.verifierKey;
    }
    const known = (await this.keys.all(tx, dyadId)).map(({ verifierKey }) => verifierKey);
    const key = await this.held.fresh(origin, known);
    await this.keys.add(tx, dyadId, key, null);
    return key;
  }

  /**
   * The text of a checkpoint with a line of each key in use; nothing where there is none, since the last was revoked.
   * @throws KeyProblem where one does not sign, or not as its verifier key has it
   */
  async sign(tx: Tx, dyadId: string, origin: string, text: string): Promise<string | undefined> {
    const message = new TextEncoder().encode(text);
    const inUse = await this.keys.inUse(tx, dyadId);
    const lines = await Promise.all(inUse.map((row) => this.line(dyadId, origin, row, message)));
    return lines.length === 0 ? undefined : signedNote(text, lines);
  }

  /** What verifies the log now. */
  async verifierKeys(tx: Tx, dyadId: string): Promise<string[]> {
    return (await this.keys.inUse(tx, dyadId)).map(({ verifierKey }) => verifierKey);
  }

  /** What verifies that the log itself once signed something: all its keys but those that somebody else may have. */
  async trustedKeys(tx: Tx, dyadId: string): Promise<string[]> {
    const all = await this.keys.all(tx, dyadId);
    return all.filter(({ revoked }) => revoked !== 'compromised').map(({ verifierKey }) => verifierKey);
  }

  /** Makes sure that each key in use of a log is there to sign. @throws KeyProblem */
  async require(tx: Tx, dyadId: string, origin: string): Promise<void> {
    for (const row of await this.keys.inUse(tx, dyadId)) {
      const { verifierKey } = await this.signer(dyadId, origin, row);
      if (verifierKey !== row.verifierKey)
        throw new KeyProblem('key_differs', `The log ${origin} is signed with ${row.verifierKey}, not ${verifierKey}.`);
    }
  }

  private async line(dyadId: string, origin: string, row: LogKeyRow, message: Uint8Array): Promise<string> {
    const signature = await (await this.signer(dyadId, origin, row)).sign(message);
    const { name, id, publicKey } = parsedKey(row.verifierKey);
    if (!logCrypto.verifyEd25519(publicKey, message, signature))
      throw new KeyProblem('key_differs', `What was signed for ${row.verifierKey} is signed with another key.`);
    return signatureLine(name, id, signature);
  }

  private async signer(dyadId: string, origin: string, row: LogKeyRow): Promise<Signer> {
    const signer = this.signers.get(row.verifierKey) ?? (await this.sought(dyadId, origin, row));
    this.signers.set(row.verifierKey, signer);
    return signer;
  }

  private async sought(dyadId: string, origin: string, { verifierKey, sealed }: LogKeyRow): Promise<Signer> {
    return sealed === null
      ? this.held.signer(origin, verifierKey)
      : this.sealed.signer(dyadId, origin, verifierKey, sealed);
  }
}
