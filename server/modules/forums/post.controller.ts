import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import {
  listOwnPosts,
  previewPost,
  readPost,
  readPostHistory,
  revisePost,
  withdrawPost,
  writePost,
} from '../../../shared/forums/post.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Allowed, Endpoint, Input } from '../../platform/http/endpoint.js';
import { OwnPosts } from './own-posts.query.js';
import { PostReading } from './post-reading.query.js';
import { PostService } from './post.service.js';
import { RevisionService } from './revision.service.js';

@Controller()
export class PostController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: PostService,
    private readonly revisions: RevisionService,
    private readonly reading: PostReading,
    private readonly own: OwnPosts,
  ) {}

  @Endpoint(writePost)
  async write(
    @Input() input: InputOf<typeof writePost>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof writePost>> {
    return this.posts.write(input, permit);
  }

  @Endpoint(revisePost)
  async revise(
    @Input() input: InputOf<typeof revisePost>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof revisePost>> {
    return this.revisions.revise(input, permit);
  }

  @Endpoint(withdrawPost)
  async withdraw(
    @Input() input: InputOf<typeof withdrawPost>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof withdrawPost>> {
    return this.posts.withdraw(input, permit);
  }

  // Before `posts/:post`, which would take `mine` for an id.
  @Endpoint(listOwnPosts)
  async listOwn(
    @Input() _input: InputOf<typeof listOwnPosts>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof listOwnPosts>> {
    const { member } = permit;
    return this.unitOfWork.run({ dyadId: member.dyadId }, async (tx) => ({ posts: await this.own.list(tx, member) }));
  }

  @Endpoint(readPost)
  async read(
    @Input() { params }: InputOf<typeof readPost>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof readPost>> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, (tx) =>
      this.reading.published(tx, permit, params.post),
    );
  }

  @Endpoint(readPostHistory)
  async history(
    @Input() { params }: InputOf<typeof readPostHistory>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof readPostHistory>> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, (tx) =>
      this.reading.revisions(tx, permit, params.post),
    );
  }

  @Endpoint(previewPost)
  async preview(
    @Input() { body }: InputOf<typeof previewPost>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof previewPost>> {
    const { dyadId } = permit.member;
    return this.unitOfWork.run({ dyadId }, (tx) => this.reading.preview(tx, dyadId, body));
  }
}
