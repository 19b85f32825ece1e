import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import type { lookUpInMemory } from '../../../shared/translation/human-work.contract.js';
import { MemorySuggestions } from '../translation/review/memory-suggestions.reader.js';
import type { Permit } from '../../platform/access/permit.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PublishedPostRepository } from './published-post.repository.js';
import { ShownSources } from './shown-sources.query.js';
import { TranslatablePosts } from './translatable-posts.js';

/** What the memory has for somebody who translates a post. They learn nothing from it that they could not read where it stands. */
@Injectable()
export class TranslationMemoryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: TranslatablePosts,
    private readonly sources: ShownSources,
    private readonly suggestions: MemorySuggestions,
    private readonly published: PublishedPostRepository,
  ) {}

  lookUp({ params }: InputOf<typeof lookUpInMemory>, permit: Permit): Promise<AnswerOf<typeof lookUpInMemory>> {
    const { dyadId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx: Tx) => {
      const found = await this.posts.find(tx, permit.member, params.post, params.language);
      permit.require('translation.look_up', found);
      const { text } = await this.sources.of(tx, found.post);
      const sought = { dyadId, text, source: found.post.language, target: params.language };
      return {
        sentences: await this.suggestions.of(tx, sought, (owners) => this.published.readByAll(tx, owners)),
      };
    });
  }
}
