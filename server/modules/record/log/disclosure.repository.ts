import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { DisclosureSeal } from './disclosure-seal.js';
import type { MadeEntry } from './entry-maker.js';

/** What opens commitments of one entry, and what of it was erased. */
export interface OpenedEntry {
  readonly index: number;
  readonly disclosures: readonly string[];
  readonly erased: readonly string[];
}

interface DisclosureRow {
  readonly index: number;
  readonly digest: string;
  readonly keyId: string;
  readonly box: Buffer | null;
  readonly wrapped: Buffer | null;
}

/** What is told beside the log, decrypted. */
@Injectable()
export class DisclosureRepository {
  constructor(private readonly seal: DisclosureSeal) {}

  /** Keeps what opens the commitments of these entries, each under a key of its own. */
  async add(tx: Tx, dyadId: string, entries: readonly Pick<MadeEntry, 'leaf' | 'told'>[]): Promise<void> {
    if (entries.length === 0) return;
    const keyed = entries.map(({ leaf, told }) => ({ leaf: Buffer.from(leaf), told, ...this.seal.newKey(randomId()) }));
    const texts = keyed.flatMap(({ leaf, told, id, key }) => told.map((text) => ({ ...text, leaf, id, key })));
    await tx.prepared(
      `with keyed as (
         insert into log_disclosure_key (id, dyad_id, leaf, wrapped)
         select id, $1, leaf, wrapped from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as k (id, leaf, wrapped)
       )
       insert into log_disclosure (dyad_id, leaf, digest, path, key_id, box)
       select $1, leaf, digest, path, key_id, box
       from unnest($5::bytea[], $6::text[], $7::text[], $8::uuid[], $9::bytea[]) as t (leaf, digest, path, key_id, box)`,
      [
        dyadId,
        keyed.map(({ id }) => id),
        keyed.map(({ leaf }) => leaf),
        keyed.map(({ wrapped }) => wrapped),
        texts.map(({ leaf }) => leaf),
        texts.map(({ digest }) => digest),
        texts.map(({ path }) => path),
        texts.map(({ id }) => id),
        texts.map(({ key, digest, disclosure }) => this.seal.box(key, dyadId, digest, disclosure)),
      ],
    );
  }

  /** Of the entries from a number on, up to another; those that commit to nothing are left out. */
  async of(tx: Tx, dyadId: string, from: number, to: number): Promise<OpenedEntry[]> {
    const rows = await tx.prepared<DisclosureRow>(
      `select e.idx as index, d.digest, d.key_id as "keyId", d.box, k.wrapped
       from log_entry e
       join log_disclosure d on d.dyad_id = e.dyad_id and d.leaf = e.leaf
       join log_disclosure_key k on k.id = d.key_id
       where e.dyad_id = $1 and e.idx >= $2 and e.idx < $3 order by e.idx, d.digest`,
      [dyadId, from, to],
    );
    const keys = new Map<string, Buffer>();
    const opened = new Map<number, { index: number; disclosures: string[]; erased: string[] }>();
    for (const { index, digest, keyId, box, wrapped } of rows) {
      const entry = opened.get(index) ?? { index, disclosures: [], erased: [] };
      opened.set(index, entry);
      if (box === null || wrapped === null) {
        entry.erased.push(digest);
        continue;
      }
      const key = keys.get(keyId) ?? this.seal.unwrapped(keyId, wrapped);
      keys.set(keyId, key);
      entry.disclosures.push(this.seal.opened(key, dyadId, digest, box));
    }
    return [...opened.values()];
  }
}
