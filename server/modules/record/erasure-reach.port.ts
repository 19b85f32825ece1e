import { Injectable } from '@nestjs/common';
import type { ErasureGround } from '../../../shared/record/erasure.rules.js';
import type { RecordKind } from '../../../shared/record/record-kinds.js';
import type { Tx } from '../../platform/database/tx.js';

/** Texts that are taken out of an entry of the record. */
export interface ErasedTexts {
  readonly dyadId: string;
  readonly kind: RecordKind;
  readonly subject: string;
  /** Which entry of its subject it is. */
  readonly rev: number;
  readonly paths: readonly string[];
  /** What stood there, as far as readers saw it. */
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  readonly ground: ErasureGround;
  /** UTC. */
  readonly on: string;
}

/**
 * Empties what a module itself keeps of texts that are erased, in the transaction of the erasure.
 * @returns paths of entries about the same subject by which somebody could still test a guess of these texts: hashes without
 *   a salt. They are erased with them.
 */
export type Reach = (tx: Tx, erased: ErasedTexts) => Promise<readonly string[]>;

/**
 * What an erasure reaches beyond the record. The record does not know what it tells about: whoever appends entries of a
 * kind says here what else has the same words.
 */
@Injectable()
export class ErasureReaches {
  private readonly reaches = new Map<RecordKind, Reach>();

  register(kinds: readonly RecordKind[], reach: Reach): void {
    for (const kind of kinds) {
      if (this.reaches.has(kind)) throw new Error(`Two modules own the texts of ${kind}`);
      this.reaches.set(kind, reach);
    }
  }

  /** The kinds whose texts somebody answers for. */
  known(): ReadonlySet<RecordKind> {
    return new Set(this.reaches.keys());
  }

  async reach(tx: Tx, erased: ErasedTexts): Promise<readonly string[]> {
    return (await this.reaches.get(erased.kind)?.(tx, erased)) ?? [];
  }
}
