import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { PlaceRight } from '../../../shared/access/conditions.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { Tx } from '../../platform/database/tx.js';
import { PlaceGuards, type TopicPlace } from './place-guards.port.js';
import { TopicPlaceRepository } from './topic-place.repository.js';

type KnownRight = Exclude<PlaceRight, 'none'>;

/** What a member may do where a thread or a post is. Who may not read there learns nothing of what there is. */
@Injectable()
export class PlaceAccess {
  constructor(
    private readonly guards: PlaceGuards,
    private readonly places: TopicPlaceRepository,
  ) {}

  /** @throws Failure `request.not_found` for somebody who may not read there */
  async at(tx: Tx, member: DyadMember, place: TopicPlace | null): Promise<KnownRight> {
    const right = await this.guards.rightAt(tx, member, place);
    if (right === 'none') throw new Failure('request.not_found');
    return right;
  }

  /** What a member may do where a post is; `none` also for a post that is not there. */
  async rightAtPost(tx: Tx, member: DyadMember, post: string): Promise<PlaceRight> {
    const found = await this.places.ofPost(tx, post);
    return found ? this.guards.rightAt(tx, member, found.place) : 'none';
  }

  /** What a member may do in a thread, whether it is published or not; `none` also for one that is not there. */
  async rightAtThread(tx: Tx, member: DyadMember, thread: string): Promise<PlaceRight> {
    const found = await this.places.ofThread(tx, thread);
    return found ? this.guards.rightAt(tx, member, found.place) : 'none';
  }

  /** @throws Failure `post.not_found` also for somebody who may not read there */
  async atPost(tx: Tx, member: DyadMember, post: string): Promise<KnownRight> {
    const right = await this.rightAtPost(tx, member, post);
    if (right === 'none') throw new Failure('post.not_found');
    return right;
  }

  /** Whether a member may read in a topic of their dyad. */
  async readsTopic(tx: Tx, member: DyadMember, topic: string): Promise<boolean> {
    const found = await this.places.ofTopic(tx, member.dyadId, topic);
    return found !== undefined && (await this.guards.rightAt(tx, member, found.place)) !== 'none';
  }
}
