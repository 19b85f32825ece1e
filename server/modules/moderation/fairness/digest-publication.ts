import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { sortedJson } from '../../../../shared/contract/sorted-json.js';
import { digestOf } from '../../../../shared/moderation/digest/digest.js';
import type { ModerationDigest } from '../../../../shared/moderation/digest/digest.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { DigestRecord } from '../digest-record.port.js';
import { CommitmentRepository } from './commitment.repository.js';
import { DigestFactsReader } from './digest-facts.reader.js';
import { DigestRepository } from './digest.repository.js';

/** Makes a day's digest and puts it into the public record, in one transaction. */
@Injectable()
export class DigestPublication {
  constructor(
    private readonly facts: DigestFactsReader,
    private readonly dyads: DyadReader,
    private readonly digests: DigestRepository,
    private readonly commitments: CommitmentRepository,
    private readonly record: DigestRecord,
  ) {}

  /** Nothing is published of a day on which nothing happened and nothing waited. */
  async publish(tx: Tx, dyadId: string, day: string): Promise<void> {
    const { facts, statements } = await this.facts.of(tx, await this.dyads.profile(tx, dyadId), day);
    const digest = digestOf(facts);
    if (isQuiet(digest)) return;
    for (const statement of statements) await this.commitments.commit(tx, statement);
    const hash = createHash('sha256').update(sortedJson(digest)).digest('hex');
    const closed = digest.counts.reduce((sum, { count }) => sum + count, 0);
    await this.record.append(tx, dyadId, { day, hash, closed, waiting: digest.pending.items });
    await this.digests.add(tx, dyadId, digest);
  }
}

function isQuiet({ counts, pending, proxyKeys, expiries, appeals, requests }: ModerationDigest): boolean {
  const numbers = [
    counts.length,
    pending.items,
    proxyKeys,
    ...Object.values(expiries),
    ...Object.values(appeals),
    ...Object.values(requests).flatMap(({ a, b }) => [a, b]),
  ];
  return numbers.every((one) => one === 0);
}
