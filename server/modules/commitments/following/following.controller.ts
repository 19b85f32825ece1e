import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/commitments/following.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { Following } from './following.service.js';

@Controller()
export class FollowingController {
  constructor(private readonly following: Following) {}

  @Endpoint(contracts.readFollowed)
  read(
    @Input() _: InputOf<typeof contracts.readFollowed>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.readFollowed>> {
    return this.following.read(permit.member);
  }

  @Endpoint(contracts.followAll)
  followAll(@Input() _: InputOf<typeof contracts.followAll>, @Allowed() permit: Permit): Promise<void> {
    return this.following.followAll(permit.member);
  }

  @Endpoint(contracts.unfollowAll)
  unfollowAll(@Input() _: InputOf<typeof contracts.unfollowAll>, @Allowed() permit: Permit): Promise<void> {
    return this.following.unfollowAll(permit.member);
  }

  @Endpoint(contracts.followCommitment)
  follow(@Input() { params }: InputOf<typeof contracts.followCommitment>, @Allowed() permit: Permit): Promise<void> {
    return this.following.follow(permit.member, params.commitment);
  }

  @Endpoint(contracts.unfollowCommitment)
  unfollow(
    @Input() { params }: InputOf<typeof contracts.unfollowCommitment>,
    @Allowed() permit: Permit,
  ): Promise<void> {
    return this.following.unfollow(permit.member, params.commitment);
  }

  @Endpoint(contracts.seeMovements)
  see(@Input() { body }: InputOf<typeof contracts.seeMovements>, @Allowed() permit: Permit): Promise<void> {
    return this.following.see(permit.member, body.seen);
  }
}
