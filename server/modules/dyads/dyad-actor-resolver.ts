import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../shared/access/actor.js';
import { Failure } from '../../../shared/contract/failure.js';
import { ActorResolver } from '../../platform/access/actor-resolver.js';
import { tokenHash } from '../../platform/crypto/token.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { SessionReader } from '../identity/session.reader.js';
import { ActorCache } from './actor-cache.js';
import { DyadRepository } from './dyad.repository.js';
import { MemberActors } from './member-actors.js';

/** Session, account, member: who is asking, in the dyad that is asked about. */
@Injectable()
export class DyadActorResolver extends ActorResolver {
  private readonly cache = new ActorCache();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionReader,
    private readonly dyads: DyadRepository,
    private readonly members: MemberActors,
    rights: RightsWatch,
  ) {
    super();
    rights.onChange((accountId) => this.cache.forget(accountId));
  }

  async resolve(token: string | undefined, dyadSlug: string | undefined): Promise<Actor> {
    const key = `${token ? tokenHash(token).toString('base64url') : ''} ${dyadSlug ?? ''}`;
    return this.cache.through(key, () => this.ask(token, dyadSlug));
  }

  private ask(token: string | undefined, dyadSlug: string | undefined): Promise<Actor> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const [holder, dyad] = await Promise.all([
        this.sessions.holderOf(tx, token),
        dyadSlug === undefined ? undefined : this.dyads.bySlug(tx, dyadSlug),
      ]);
      if (dyadSlug !== undefined && !dyad) throw new Failure('request.not_found');
      if (!holder) return { kind: 'visitor' };
      return dyad ? this.members.of(tx, holder, dyad) : holder;
    });
  }
}
