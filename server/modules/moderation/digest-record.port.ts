import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** What the public record keeps of a day's digest: enough to find it, and to know that it was not changed. */
export interface DigestEntry {
  readonly day: string;
  /** SHA-256 of the digest's canonical JSON, in hexadecimal. */
  readonly hash: string;
  /** How many cases were closed, and how many waited at the end of the day. */
  readonly closed: number;
  readonly waiting: number;
}

/** Puts a digest on record in the transaction it is given. */
export type AppendDigest = (tx: Tx, dyadId: string, entry: DigestEntry) => Promise<void>;

/** Where digests go. Moderation does not know the public record: a module above both brings them together. */
@Injectable()
export class DigestRecord {
  private appendTo: AppendDigest | undefined;

  register(append: AppendDigest): void {
    if (this.appendTo) throw new Error('Digests go to two records');
    this.appendTo = append;
  }

  append(tx: Tx, dyadId: string, entry: DigestEntry): Promise<void> {
    if (!this.appendTo) throw new Error('Digests go to no record');
    return this.appendTo(tx, dyadId, entry);
  }
}
