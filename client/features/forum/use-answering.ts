import { useState } from 'react';
import { drafts } from '../../lib/drafts';

/** The post that is being answered, and whose it is. */
export interface Answered {
  readonly id: string;
  readonly name: string;
}

export interface Answering {
  readonly answered: Answered | undefined;
  readonly answer: (post: Answered | undefined) => void;
}

/** Whom one is answering: a part of the draft, kept with its words. */
export function useAnswering(place: string): Answering {
  const kept = `${place}/answering`;
  const [answered, setAnswered] = useState(() => read(drafts.read(kept)));
  const answer = (post: Answered | undefined) => {
    setAnswered(post);
    drafts.keep(kept, post ? `${post.id} ${post.name}` : '');
  };
  return { answered, answer };
}

function read(kept: string): Answered | undefined {
  const at = kept.indexOf(' ');
  return at < 0 ? undefined : { id: kept.slice(0, at), name: kept.slice(at + 1) };
}
