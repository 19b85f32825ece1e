import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { OwnPostView, PostView, ThreadBrief, ThreadView, TopicView } from '../../../shared/forums/post.schema.js';
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

export const useTopic = (dyad: string, topic: string): UseQueryResult<TopicPage> =>
  useQuery({
    queryKey: ['topic', dyad, topic],
    queryFn: () => call('GET /api/dyads/:dyad/topics/:topic', { params: { dyad, topic } }),
  });

const threadKey = (dyad: string, thread: string) => ['thread', dyad, thread];

/** A thread, its newest page first; earlier pages are put before it. */
export const useThread = (dyad: string, thread: string): UseInfiniteQueryResult<InfiniteData<ThreadView, string>> =>
  useInfiniteQuery({
    queryKey: threadKey(dyad, thread),
    queryFn: ({ pageParam }) =>
      call('GET /api/dyads/:dyad/threads/:thread', {
        params: { dyad, thread },
        query: pageParam ? { before: pageParam } : {},
      }),
    initialPageParam: '',
    getNextPageParam: () => undefined,
    getPreviousPageParam: (first) => (first.hasEarlier ? first.posts[0]?.id : undefined),
    staleTime: Infinity,
  });

/** Puts a post that was told into the thread that is shown: in place when it is there, at the end when it is new. */
export function useTakePost(dyad: string, thread: string): (post: PostView) => void {
  const client = useQueryClient();
  return (post) =>
    client.setQueryData<InfiniteData<ThreadView, string>>(threadKey(dyad, thread), (data) => {
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

interface Translated {
  readonly post: string;
  readonly language: string;
  readonly text: string;
  readonly revision: number;
}

export function useProvideTranslation(dyad: string) {
  return useMutation({
    mutationFn: ({ post, language, ...body }: Translated) =>
      call('PUT /api/dyads/:dyad/posts/:post/translations/:language', { params: { dyad, post, language }, body }),
  });
}
