import { useState } from 'react';
import type { DyadView, MemberView } from '../../shared/dyads/dyad.schema.js';
import type { PostView } from '../../shared/forums/post.schema.js';
import { useStaff } from '../features/forum/api';
import type { People } from '../features/forum/composer';
import { useSideName } from './use-reader';

const none: readonly PostView[] = [];

/**
 * The people around what somebody writes: those of the thread, who spoke last first, then those who serve the dialogue,
 * by name. Who serves is asked for once somebody looks for a name.
 */
export function usePeople(dyad: DyadView, posts: readonly PostView[] = none): People {
  const [sought, seek] = useState(false);
  const { data: staff = [] } = useStaff(dyad.slug, sought);
  const sideName = useSideName(dyad);
  const people = new Map<string, MemberView>();
  for (const { author } of posts.toReversed()) people.set(author.id, people.get(author.id) ?? author);
  const serving = staff.toSorted((one, other) => one.pseudonym.localeCompare(other.pseudonym));
  for (const member of serving) people.set(member.id, people.get(member.id) ?? member);
  return {
    mentionable: [...people.values()],
    onSought: () => seek(true),
    authorOf: (post) => posts.find((one) => one.id === post)?.author.pseudonym,
    sideName,
  };
}
