import { Injectable } from '@nestjs/common';
import type { Side } from '../../../../shared/access/actor.js';
import type { Tx } from '../../../platform/database/tx.js';

type Texts = Record<string, string>;

export interface OrganisationRow {
  readonly id: string;
  readonly side: Side;
  readonly name: Texts;
  readonly purpose: Texts;
  readonly website: string | null;
  readonly disclosures: string[];
  readonly admittedAt: Date;
}

const columns = `id, side, name, purpose, website, disclosures, admitted_at as "admittedAt"`;

@Injectable()
export class OrganisationRepository {
  /** The organisations of a dyad by when they were admitted; then by id, which says nothing of a side. */
  ofDyad(tx: Tx, dyadId: string): Promise<OrganisationRow[]> {
    return tx.query<OrganisationRow>(
      `select ${columns} from organisation where dyad_id = $1 order by admitted_at, id`,
      [dyadId],
    );
  }

  find(tx: Tx, dyadId: string, id: string): Promise<OrganisationRow | undefined> {
    return tx.one<OrganisationRow>(`select ${columns} from organisation where dyad_id = $1 and id = $2`, [dyadId, id]);
  }

  /** False when an organisation of this name is admitted already. */
  async add(tx: Tx, dyadId: string, row: OrganisationRow): Promise<boolean> {
    const added = await tx.one(
      `insert into organisation (id, dyad_id, side, name, purpose, website, disclosures, admitted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
      [row.id, dyadId, row.side, row.name, row.purpose, row.website, row.disclosures, row.admittedAt],
    );
    return added !== undefined;
  }

  async note(
    tx: Tx,
    dyadId: string,
    event: { id: string; organisation: string; member: string; type: 'named' | 'recalled'; at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into delegate_event (id, dyad_id, organisation_id, member_id, type, at) values ($1, $2, $3, $4, $5, $6)`,
      [event.id, dyadId, event.organisation, event.member, event.type, event.at],
    );
  }

  /** The organisations that a member may sign for now: those of which the newest word is that they were named. */
  async signedForBy(tx: Tx, memberId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select organisation_id as id from (
         select distinct on (organisation_id) organisation_id, type from delegate_event
         where member_id = $1 order by organisation_id, at desc, id desc) newest
       where type = 'named'`,
      [memberId],
    );
    return rows.map(({ id }) => id);
  }
}
