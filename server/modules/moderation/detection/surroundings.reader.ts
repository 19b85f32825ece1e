import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { AuthorRecordRepository } from './author-record.repository.js';
import { WordLists } from './lists/word-lists.js';
import type { Submitted, Surroundings } from './phase.js';
import { Repeats } from './repeats/repeats.js';

/** Gathers in one short transaction what the phases need to know, so that none of them holds one while it looks. */
@Injectable()
export class SurroundingsReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dyads: DyadReader,
    private readonly lists: WordLists,
    private readonly repeats: Repeats,
    private readonly authors: AuthorRecordRepository,
  ) {}

  /** @throws Failure `request.not_found` for a dyad that there is not */
  of(submitted: Submitted): Promise<Surroundings> {
    const { dyadId, author, content } = submitted;
    return this.unitOfWork.run({ dyadId }, async (tx) => ({
      languages: (await this.dyads.profile(tx, dyadId)).languages,
      words: await this.lists.of(tx, dyadId),
      hosts: await this.lists.hosts(tx, dyadId),
      author: await this.authors.of(tx, author.memberId, content),
      repeats: await this.repeats.of(tx, submitted),
    }));
  }
}
