import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../shared/contract/contract.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { revisePost } from '../../../shared/forums/post.contract.js';
import type { OwnPostView } from '../../../shared/forums/post.schema.js';
import type { Permit } from '../../platform/access/permit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OwnPosts } from './own-posts.query.js';
import { PlaceAccess } from './place-access.js';
import { isKnownTo } from './post.policy.js';
import { PostSubmission } from './post-submission.js';
import { TextReading } from './text-reading.js';

/** Writing a post anew: every revision stays, the newest that passed the gate is shown. */
@Injectable()
export class RevisionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reading: TextReading,
    private readonly submission: PostSubmission,
    private readonly own: OwnPosts,
    private readonly access: PlaceAccess,
  ) {}

  revise({ params, body, idempotency }: InputOf<typeof revisePost>, permit: Permit): Promise<OwnPostView> {
    const { member } = permit;
    return this.unitOfWork.once({ dyadId: member.dyadId }, permit, idempotency, async (tx) => {
      const post = await this.submission.lock(tx, params.post);
      if (!post || !isKnownTo(member.memberId, post)) throw new Failure('post.not_found');
      const placeRight = await this.access.at(tx, member, post.place);
      permit.require('post.revise', { topicMode: post.mode, authorId: post.authorId, placeRight });
      if (post.state === 'withdrawn') throw new Failure('post.state_conflict');
      if (post.latestRevision !== body.revision) throw new Failure('post.revision_outdated');
      const text = await this.reading.read(tx, member.dyadId, body);
      await this.submission.revise(tx, member, post, text, body.staysInside);
      return this.own.one(tx, member, post.id);
    });
  }
}
