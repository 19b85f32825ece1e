import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import type {
  OwnPostView,
  PostView,
  ThreadBrief,
  ThreadOfTopic,
  ThreadView,
  TopicView,
} from '../../../shared/forums/post.schema.js';
import { call } from '../../lib/api-client';

export const useTopics = (dyad: string, enabled: boolean): UseQueryResult<TopicView[]> =>
  useQuery({
    queryKey: ['topics', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/topics', { params: { dyad } })).topics,
    enabled,
  });

export interface TopicPage {
  readonly topic: TopicView;
  readonly threads: ThreadBrief[];
  readonly hasMore: boolean;
  readonly seq: number;
}

/** A topic with its threads, those with the newest posts first; older ones come page by page. */
export const useTopic = (dyad: string, topic: string): UseInfiniteQueryResult<InfiniteData<TopicPage, string>> =>
  useInfiniteQuery({
    queryKey: ['topic', dyad, topic],
    queryFn: ({ pageParam }) =>
      call('GET /api/dyads/:dyad/topics/:topic', {
        params: { dyad, topic },
        query: pageParam ? { before: pageParam } : {},
      }),
    initialPageParam: '',
    getNextPageParam: ({ hasMore, threads }) => (hasMore ? (threads.at(-1)?.lastPostAt ?? undefined) : undefined),
  });

/** The threads with the newest posts, of all topics. */
export const useLatestThreads = (dyad: string): UseQueryResult<ThreadOfTopic[]> =>
  useQuery({
    queryKey: ['latest-threads', dyad],
    queryFn: async () =>
      (await call('GET /api/dyads/:dyad/threads', { params: { dyad }, query: { limit: 5 } })).threads,
  });

/** One post, where it is not on the page. */
export const usePost = (dyad: string, post: string, enabled: boolean): UseQueryResult<PostView> =>
  useQuery({
    queryKey: ['post', dyad, post],
    queryFn: () => call('GET /api/dyads/:dyad/posts/:post', { params: { dyad, post } }),
    enabled,
  });

export const usePreview = (dyad: string, text: string, language: string) =>
  useQuery({
    queryKey: ['preview', dyad, language, text],
    queryFn: () => call('POST /api/dyads/:dyad/preview', { params: { dyad }, body: { text, language } }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** People whom everybody here may find: those who serve both sides. */
export const useStaff = (dyad: string, enabled: boolean): UseQueryResult<MemberView[]> =>
  useQuery({
    queryKey: ['staff', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/staff', { params: { dyad } })).members,
    enabled,
  });

/** Where a thread is opened: around a post, or, without one, at its newest. */
const threadKey = (dyad: string, thread: string, anchor: string) => ['thread', dyad, thread, anchor];

type ThreadPageAt = { readonly before?: string; readonly after?: string; readonly around?: string };
export type ThreadPages = InfiniteData<ThreadView, ThreadPageAt>;

/** A thread, page by page to both sides of where it was opened. */
export const useThread = (dyad: string, thread: string, anchor: string): UseInfiniteQueryResult<ThreadPages> =>
  useInfiniteQuery({
    queryKey: threadKey(dyad, thread, anchor),
    queryFn: ({ pageParam }) =>
      call('GET /api/dyads/:dyad/threads/:thread', { params: { dyad, thread }, query: pageParam }),
    initialPageParam: anchor ? { around: anchor } : {},
    getNextPageParam: (last) => pageBeside(last.hasLater, 'after', last.posts.at(-1)),
    getPreviousPageParam: (first) => pageBeside(first.hasEarlier, 'before', first.posts[0]),
    staleTime: Infinity,
  });

const pageBeside = (isThere: boolean, way: 'before' | 'after', post: PostView | undefined): ThreadPageAt | undefined =>
  isThere && post ? { [way]: post.id } : undefined;

/** Puts a post that was told into the thread that is shown: in place when it is there, at the end when it is new. */
export function useTakePost(dyad: string, thread: string, anchor: string): (post: PostView) => void {
  const client = useQueryClient();
  return (post) =>
    client.setQueryData<ThreadPages>(threadKey(dyad, thread, anchor), (data) => {
      if (!data) return data;
      const known = data.pages.some((page) => page.posts.some((one) => one.id === post.id));
      const pages = data.pages.map((page, at) => ({
        ...page,
        posts: known
          ? page.posts.map((one) => (one.id === post.id ? post : one))
          : [...page.posts, ...(at === data.pages.length - 1 ? [post] : [])],
      }));
      return { ...data, pages };
    });
}

export interface NewPost {
  readonly text: string;
  readonly language: string;
  readonly replyTo: string | null;
  readonly staysInside: boolean;
  readonly key: string;
}

export function useWritePost(
  dyad: string,
  thread: string,
): UseMutationResult<{ id: string; state: 'live' | 'pending' }, Error, NewPost> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: NewPost) =>
      call('POST /api/dyads/:dyad/threads/:thread/posts', { params: { dyad, thread }, body }, { key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['own-posts', dyad] }),
  });
}

interface NewThread {
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly staysInside: boolean;
  readonly key: string;
}

export function useOpenThread(
  dyad: string,
  topic: string,
): UseMutationResult<{ thread: string; post: string; state: 'live' | 'pending' }, Error, NewThread> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: NewThread) =>
      call('POST /api/dyads/:dyad/topics/:topic/threads', { params: { dyad, topic }, body }, { key }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === dyad }),
  });
}

export const useOwnPosts = (dyad: string, enabled = true): UseQueryResult<OwnPostView[]> =>
  useQuery({
    queryKey: ['own-posts', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/posts/mine', { params: { dyad } })).posts,
    enabled,
  });

interface Revision {
  readonly post: string;
  readonly text: string;
  readonly language: string;
  readonly staysInside: boolean;
  readonly revision: number;
}

export function useRevisePost(dyad: string): UseMutationResult<OwnPostView, Error, Revision> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ post, ...body }: Revision) =>
      call('PUT /api/dyads/:dyad/posts/:post', { params: { dyad, post }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['own-posts', dyad] }),
  });
}

export function useWithdrawPost(dyad: string): UseMutationResult<void, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (post: string) => call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad, post } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['own-posts', dyad] }),
  });
}

export const useRevisions = (dyad: string, post: string) =>
  useQuery({
    queryKey: ['revisions', dyad, post],
    queryFn: async () =>
      (await call('GET /api/dyads/:dyad/posts/:post/revisions', { params: { dyad, post } })).revisions,
  });

export function useAskForTranslation(dyad: string) {
  return useMutation({
    mutationFn: ({ post, language }: { post: string; language: string }) =>
      call('POST /api/dyads/:dyad/posts/:post/translation-requests', { params: { dyad, post }, body: { language } }),
  });
}
