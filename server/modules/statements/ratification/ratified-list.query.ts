import { Injectable } from '@nestjs/common';
import type { RatifiedBrief } from '../../../../shared/statements/ratification.schema.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { RatifiedRepository } from './ratified.repository.js';

/** What both sides of a dyad have signed, for everybody. */
@Injectable()
export class RatifiedList {
  constructor(
    private readonly ratified: RatifiedRepository,
    private readonly dyads: DyadReader,
  ) {}

  /** @throws Failure `request.not_found` */
  async of(tx: Tx, slug: string): Promise<RatifiedBrief[]> {
    const dyad = await this.dyads.named(tx, slug);
    const rows = await this.ratified.list(tx, dyad.id);
    return rows.map(({ ratifiedAt, ...row }) => ({ ...row, ratifiedOn: dayOf(ratifiedAt) }));
  }
}
