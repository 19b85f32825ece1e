import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../../shared/moderation/detection/finding.rules.js';
import type { DeskReports } from '../../../../shared/moderation/report.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { LookRepository } from '../looks/look.repository.js';
import { DeskReportReader } from '../reports/desk-reports.query.js';
import { ClaimRepository, type Claim } from './claim.repository.js';

/** Who looks at items, and why: what was found in them and reported about them, and which moderators have taken them up. */
export interface Attention {
  readonly reports: ReadonlyMap<string, DeskReports>;
  readonly claims: readonly Claim[];
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** Reads it for a whole page of the desk. */
@Injectable()
export class ItemAttention {
  constructor(
    private readonly reports: DeskReportReader,
    private readonly claims: ClaimRepository,
    private readonly looks: LookRepository,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, items: readonly Pick<Item, 'id' | 'kind'>[]): Promise<Attention> {
    const ids = items.map(({ id }) => id);
    return {
      reports: await this.reports.of(tx, items),
      claims: await this.claims.running(tx, ids, this.clock.now()),
      findings: await this.looks.of(tx, ids),
    };
  }
}
