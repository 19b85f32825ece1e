import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { CharterView, DisclosureView, DyadView, MemberView } from '../../../shared/dyads/dyad.schema.js';
import { memberSearch } from '../../../shared/dyads/member-search.rules.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DyadRepository, type DyadRow } from './dyad.repository.js';
import { charterView, disclosureView, dyadView } from './dyad.view.js';
import { MemberRepository } from './member.repository.js';
import { memberView } from './member.view.js';
import { skeletonOf } from './pseudonym.policy.js';

/** What anybody may read of a dyad, and who serves in it. */
@Injectable()
export class DyadService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dyads: DyadRepository,
    private readonly members: MemberRepository,
  ) {}

  list(): Promise<DyadView[]> {
    return this.unitOfWork.run('all dyads', async (tx) => (await this.dyads.all(tx)).map(dyadView));
  }

  read(slug: string): Promise<DyadView> {
    return this.unitOfWork.run('all dyads', async (tx) => dyadView(await this.require(tx, slug)));
  }

  /** The version asked for, or the one in force. */
  charter(slug: string, version: number | undefined): Promise<CharterView> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const dyad = await this.require(tx, slug);
      const row = await this.dyads.charter(tx, dyad.id, version ?? dyad.charter_version);
      if (!row) throw new Failure('request.not_found');
      return charterView(dyad, row, await this.dyads.charterVersions(tx, dyad.id));
    });
  }

  disclosures(slug: string): Promise<DisclosureView[]> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const dyad = await this.require(tx, slug);
      return (await this.dyads.disclosures(tx, dyad.id)).map(disclosureView);
    });
  }

  staff(dyadId: string): Promise<MemberView[]> {
    return this.unitOfWork.run({ dyadId }, async (tx) =>
      (await this.members.withRoles(tx, dyadId, ['steward', 'moderator', 'evaluator'])).map(memberView),
    );
  }

  /** Members by a part of their pseudonym; letters that look alike find each other. */
  find(dyadId: string, name: string): Promise<MemberView[]> {
    return this.unitOfWork.run({ dyadId }, async (tx) =>
      (await this.members.named(tx, dyadId, name, skeletonOf(name), memberSearch.most)).map(memberView),
    );
  }

  private async require(tx: Tx, slug: string): Promise<DyadRow> {
    const dyad = await this.dyads.bySlug(tx, slug);
    if (!dyad) throw new Failure('request.not_found');
    return dyad;
  }
}
