import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Signal } from '../../shared/contract/signals.js';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import type { PostView } from '../../shared/forums/post.schema.js';
import { useOwnPosts, useTakePost, type ThreadPages } from '../features/forum/api';
import { useStream } from '../lib/use-stream';

interface LiveThread {
  /** New posts that are offered and not shown yet. */
  readonly waiting: readonly PostView[];
  readonly show: () => void;
  readonly following: number | undefined;
  readonly typing: boolean;
}

interface Followed {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly thread: string;
  readonly anchor: string;
  readonly pages: ThreadPages['pages'] | undefined;
  /** Leaves the place where one reads for the newest posts, when these do not follow on it. */
  readonly goToNewest: () => void;
}

/**
 * Follows the thread's topic. New posts of others are offered, not inserted, so that nothing moves under the reader;
 * one's own appears at once, and changes of what is shown happen in place.
 */
export function useLiveThread({ dyad, me, thread, anchor, pages, goToNewest }: Followed): LiveThread {
  const client = useQueryClient();
  const takePost = useTakePost(dyad.slug, thread, anchor);
  const ownPosts = useOwnPosts(dyad.slug);
  const [waiting, setWaiting] = useState<PostView[]>([]);
  const [following, setFollowing] = useState<number>();
  const [typing, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = pages?.at(-1);
  const show = () => {
    if (last?.hasLater) goToNewest();
    else for (const post of waiting) takePost(post);
    setWaiting([]);
  };
  const hear = ({ kind, about, view }: Signal) => {
    if (about['thread'] !== thread || !view) return;
    const post = view as PostView;
    const isMine = post.author.id === me.id;
    const isShown = pages?.some((page) => page.posts.some((one) => one.id === post.id)) ?? false;
    const isLater = post.publishedAt >= (last?.posts.at(-1)?.publishedAt ?? '');
    if (isShown) takePost(post);
    else if (kind === 'post.published' && isMine && last?.hasLater) goToNewest();
    else if (kind === 'post.published' && isMine) takePost(post);
    else if (kind === 'post.published' && isLater)
      setWaiting((posts) => [...posts.filter((one) => one.id !== post.id), post]);
    else setWaiting((posts) => posts.map((one) => (one.id === post.id ? post : one)));
    if (isMine) void ownPosts.refetch();
  };
  useStream({
    dyad: dyad.slug,
    stream: `topic:${last?.topic.id ?? ''}`,
    seq: last?.seq,
    onSignal: hear,
    onPresence: setFollowing,
    onTyping: () => {
      setTyping(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setTyping(false), 5000);
    },
    onEnded: () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === dyad.slug }),
  });
  useStream({ dyad: dyad.slug, stream: `member:${me.id}`, seq: 0, onSignal: () => void ownPosts.refetch() });
  return { waiting, show, following, typing };
}
