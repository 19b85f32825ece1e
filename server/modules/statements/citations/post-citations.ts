import { Injectable } from '@nestjs/common';
import type { CitedForAll, CitedThing } from '../../../../shared/statements/citation.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { CitablePosts, type CitablePost } from '../../forums/citable-posts.reader.js';
import type { CitationSource } from './citation-source.js';

/** Posts of the forum: members read there what they say, everybody else learns only whether there is one. */
@Injectable()
export class PostCitations implements CitationSource {
  constructor(private readonly posts: CitablePosts) {}

  async look(tx: Tx, dyadId: string, targets: readonly string[]): Promise<CitedThing[]> {
    const found = await this.posts.named(tx, dyadId, targets);
    return targets.map((of) => {
      const post = found.find(({ name }) => name === of);
      return post ? citedPost(post) : { kind: 'post', of, state: 'gone', place: null, said: null };
    });
  }

  /** That moderators hold a post is between them and the members: for everybody else it is there. */
  async lookForAll(tx: Tx, dyadId: string, targets: readonly string[]): Promise<CitedForAll[]> {
    const states = await this.posts.states(tx, dyadId, targets);
    return targets.map((of) => ({
      kind: 'post',
      of,
      state: (states.get(of) ?? 'gone') === 'gone' ? 'gone' : 'there',
      place: null,
      said: null,
    }));
  }

  async find(tx: Tx, dyadId: string, words: readonly string[], limit: number): Promise<CitedThing[]> {
    return (await this.posts.saying(tx, dyadId, words, limit)).map(citedPost);
  }
}

const citedPost = ({ name, state, place, said }: CitablePost): CitedThing => ({
  kind: 'post',
  of: name,
  state,
  place: { ...place },
  said,
});
