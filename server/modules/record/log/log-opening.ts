import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sortedJson } from '../../../../shared/contract/sorted-json.js';
import { emptyRoot } from '../../../../shared/log/hash.js';
import { emptyFrontier } from '../../../../shared/log/tree.js';
import { recordKinds, type NewEntry } from '../../../../shared/record/record-kinds.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import type { WaitingEntry } from './entry-maker.js';
import { Integration } from './integration.js';
import { LogRepository, type LogHead } from './log.repository.js';
import { LogOrigin } from './log-origin.js';
import { SigningKeys } from './signing-keys.js';

/** Opens the log of a dyad, when its first entry waits. */
@Injectable()
export class LogOpening {
  constructor(
    private readonly log: LogRepository,
    private readonly integration: Integration,
    private readonly keys: SigningKeys,
    private readonly dyads: DyadReader,
    private readonly origin: LogOrigin,
  ) {}

  /** The head of the log, locked; of a log that is opened here, if there was none. */
  async locked(tx: Tx, dyadId: string): Promise<LogHead> {
    return (await this.log.locked(tx, dyadId)) ?? this.open(tx, dyadId);
  }

  /**
   * Its origin is the address of the log without a scheme, and never changes; its first entry says what the log is.
   * What was recorded before there were logs follows, under the numbers it had.
   */
  private async open(tx: Tx, dyadId: string): Promise<LogHead> {
    const { slug } = await this.dyads.profile(tx, dyadId);
    const head: LogHead = {
      ...emptyFrontier,
      dyadId,
      origin: this.origin.of(slug),
      subject: randomId(),
      root: emptyRoot(logCrypto.sha256),
      publishedSize: 0,
    };
    if (!(await this.log.open(tx, head))) return this.openedMeanwhile(tx, dyadId);
    await this.keys.make(tx, dyadId, head.origin);
    const opened: NewEntry = {
      kind: 'log.opened',
      subject: head.subject,
      by: { side: 'platform' },
      about: { origin: head.origin, schema: schemaDigest(), software: 'entente' },
    };
    const first: WaitingEntry = { ...opened, day: this.origin.today() };
    return this.integration.begin(tx, head, [first, ...(await this.earlier(tx, dyadId))]);
  }

  private async openedMeanwhile(tx: Tx, dyadId: string): Promise<LogHead> {
    const head = await this.log.locked(tx, dyadId);
    if (!head) throw new Error('The head of a log is neither there nor to be made');
    return head;
  }

  private async earlier(tx: Tx, dyadId: string): Promise<WaitingEntry[]> {
    const rows = await tx.query<{ kind: NewEntry['kind']; day: string; about: Readonly<Record<string, unknown>> }>(
      `select kind, to_char(day, 'YYYY-MM-DD') as day, about from record_entry where dyad_id = $1 order by seq`,
      [dyadId],
    );
    return rows.map(({ kind, day, about }) => {
      const subject = typeof about['statement'] === 'string' ? about['statement'] : dyadId;
      return { kind, subject, by: { side: 'platform' }, about, day };
    });
  }
}

/** SHA-256 of what the kinds of entries are made of, so that a verifier knows which list of kinds a log began with. */
function schemaDigest(): string {
  const schemas = Object.entries(recordKinds).map(([name, { open, told }]) => [
    name,
    { open: z.toJSONSchema(open, { unrepresentable: 'any' }), told: z.toJSONSchema(told, { unrepresentable: 'any' }) },
  ]);
  return createHash('sha256')
    .update(sortedJson(Object.fromEntries(schemas)))
    .digest('hex');
}
