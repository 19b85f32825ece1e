import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { attempt } from '../../../../shared/log/error.js';
import { parseVerifierKey, verifierKey } from '../../../../shared/log/key.js';
import { parseNote, parseSignatureLines, signatureLine, verifiedSignatures } from '../../../../shared/log/note.js';
import { Clock } from '../../../platform/clock/clock.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import type { Tx } from '../../../platform/database/tx.js';
import { LogRepository } from './log.repository.js';
import { WitnessRepository, type Cosigning as Cosigned } from './witness.repository.js';

/** Clocks differ; a cosignature from further ahead would stand as the newest of its witness for as long. */
const mostAheadMilliseconds = 5 * 60 * 1000;

/** What somebody says a witness has signed. */
export interface OfferedLines {
  readonly size: number;
  /** Signature lines without their line breaks. */
  readonly lines: readonly string[];
}

/** Takes the cosignatures of witnesses. Nobody is asked who they are: a line that a registered key verifies is theirs. */
@Injectable()
export class Cosigning {
  constructor(
    private readonly log: LogRepository,
    private readonly witnesses: WitnessRepository,
    private readonly clock: Clock,
  ) {}

  /** The dyad whose log it is. @throws Failure `request.not_found` where there is none */
  async logOf(tx: Tx, slug: string): Promise<string> {
    const head = await this.log.head(tx, slug);
    if (!head) throw new Failure('request.not_found');
    return head.dyadId;
  }

  /**
   * Keeps the lines of witnesses in office; those of keys that nobody knows are passed over, as readers of notes do.
   * @throws Failure `record.no_such_checkpoint` for a size that was never signed; `record.not_cosigned` where no line is
   * of a witness, and where one that claims to be does not hold: then nothing is kept
   */
  async take(tx: Tx, dyadId: string, { size, lines }: OfferedLines): Promise<void> {
    const note = await this.log.checkpoint(tx, dyadId, size);
    if (note === undefined) throw new Failure('record.no_such_checkpoint');
    const { text } = parseNote(note);
    const keys = (await this.witnesses.inOffice(tx, dyadId)).map((witness) =>
      parseVerifierKey(logCrypto.sha256, witness.verifierKey),
    );
    const verified = attempt(() =>
      verifiedSignatures(logCrypto, text, parseSignatureLines(lines.map((line) => `${line}\n`).join('')), keys),
    );
    const cosigned = (verified ?? []).map(({ key, signature, time = 0 }): Cosigned => ({
      size,
      verifierKey: verifierKey(logCrypto.sha256, key),
      line: signatureLine(key.name, key.id, signature),
      at: new Date(time * 1000),
    }));
    const latest = this.clock.now().getTime() + mostAheadMilliseconds;
    if (cosigned.length === 0 || !cosigned.every(({ at }) => at.getTime() <= latest))
      throw new Failure('record.not_cosigned');
    for (const one of cosigned) await this.witnesses.cosign(tx, dyadId, one);
  }
}
