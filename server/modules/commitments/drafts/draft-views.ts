import { Injectable } from '@nestjs/common';
import type { CommitmentDraftView } from '../../../../shared/commitments/commitment.schema.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import { MemberReader } from '../../dyads/member.reader.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import type { DraftRow } from '../commitment.repository.js';
import { contentView } from '../reading/content.view.js';

/** Drafts as those read them who work on them. */
@Injectable()
export class DraftViews {
  constructor(
    private readonly organisations: OrganisationReader,
    private readonly members: MemberReader,
  ) {}

  async of(tx: Tx, dyadId: string, rows: readonly DraftRow[]): Promise<CommitmentDraftView[]> {
    const all = await this.organisations.all(tx, dyadId);
    const people = await this.members.views(
      tx,
      rows.map(({ draftedBy }) => draftedBy),
    );
    return rows.flatMap((row) => {
      const draftedBy = people.get(row.draftedBy);
      if (!draftedBy) return [];
      return {
        id: row.id,
        content: contentView(row.content, all),
        hash: row.hash,
        draftedBy,
        side: row.draftedBySide,
        draftedOn: dayOf(row.draftedAt),
        changedOn: dayOf(row.changedAt),
        imported: row.imported,
      };
    });
  }
}
