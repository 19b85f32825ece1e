import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../shared/access/actor.js';
import { ActorResolver } from '../../platform/access/actor-resolver.js';
import { tokenHash } from '../../platform/crypto/token.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { SessionReader } from '../identity/session.reader.js';
import { ActorCache } from './actor-cache.js';
import { MemberActors } from './member-actors.js';

/** Session, account, member: who is asking, in the dyad that is asked about. */
@Injectable()
export class DyadActorResolver extends ActorResolver {
  private readonly cache = new ActorCache();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionReader,
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

  private async ask(token: string | undefined, dyadSlug: string | undefined): Promise<Actor> {
    const holder = await this.sessions.holderOf(token);
    if (dyadSlug === undefined) return holder ?? { kind: 'visitor' };
    return this.unitOfWork.run('all dyads', (tx) => this.members.find(tx, holder, dyadSlug));
  }
}
