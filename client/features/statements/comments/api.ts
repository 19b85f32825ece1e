import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { TopicView } from '../../../../shared/forums/post.schema.js';
import type { CommentAnchor, StatementThreads } from '../../../../shared/statements/comment.schema.js';
import { call } from '../../../lib/api-client';

type StatementTopic = Pick<TopicView, 'slug' | 'mode' | 'place'>;

const threadsKey = (dyad: string, statement: string) => ['statement-threads', dyad, statement];

export const useStatementThreads = (dyad: string, statement: string): UseQueryResult<StatementThreads> =>
  useQuery({
    queryKey: threadsKey(dyad, statement),
    queryFn: () => call('GET /api/dyads/:dyad/statements/:statement/threads', { params: { dyad, statement } }),
  });

/** How comments on each statement reach readers; for those who change it together. */
export const useStatementTopics = (dyad: string, enabled: boolean): UseQueryResult<StatementTopic[]> =>
  useQuery({
    queryKey: ['statement-topics', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/statement-topics', { params: { dyad } })).topics,
    enabled,
  });

export interface NewComment {
  readonly clause: string;
  readonly about: CommentAnchor;
  readonly text: string;
  readonly language: string;
  readonly key: string;
}

export function useOpenComment(
  dyad: string,
  statement: string,
): UseMutationResult<{ thread: string; post: string; state: 'live' | 'pending' }, Error, NewComment> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ clause, key, ...body }: NewComment) =>
      call(
        'POST /api/dyads/:dyad/statements/:statement/clauses/:clause/threads',
        { params: { dyad, statement, clause }, body },
        { key },
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['own-posts', dyad] });
      await client.invalidateQueries({ queryKey: threadsKey(dyad, statement) });
    },
  });
}

export function useResolveComment(
  dyad: string,
  statement: string,
): UseMutationResult<void, Error, { thread: string; resolved: boolean }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ thread, resolved }) =>
      call('PUT /api/dyads/:dyad/statements/:statement/threads/:thread/resolution', {
        params: { dyad, statement, thread },
        body: { resolved },
      }),
    onSuccess: async (_, { thread }) => {
      await client.invalidateQueries({ queryKey: ['thread', dyad, thread] });
      await client.invalidateQueries({ queryKey: threadsKey(dyad, statement) });
    },
  });
}
