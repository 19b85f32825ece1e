import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { InvitationView, MemberView } from '../../../shared/dyads/dyad.schema.js';
import type { JointActProposals, JointActView } from '../../../shared/dyads/joint-act.schema.js';
import { memberSearch } from '../../../shared/dyads/member-search.rules.js';
import type { CallOf } from '../../../shared/contract/contract.js';
import type { openTopic } from '../../../shared/forums/topic.contract.js';
import type { TopicView } from '../../../shared/forums/post.schema.js';
import { call } from '../../lib/api-client';

export const useInvitations = (
  dyad: string,
): UseQueryResult<{ invitations: InvitationView[]; quota: number; left: number }> =>
  useQuery({
    queryKey: ['invitations', dyad],
    queryFn: () => call('GET /api/dyads/:dyad/invitations', { params: { dyad } }),
  });

export function useIssueInvitation(
  dyad: string,
): UseMutationResult<{ invitation: InvitationView; token: string }, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (note: string) => call('POST /api/dyads/:dyad/invitations', { params: { dyad }, body: { note } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitations', dyad] }),
  });
}

export function useRecallInvitation(dyad: string): UseMutationResult<void, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invitation: string) =>
      call('DELETE /api/dyads/:dyad/invitations/:invitation', { params: { dyad, invitation } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['invitations', dyad] }),
  });
}

const lookAgainMilliseconds = 20_000;

/** What stewards proposed. It is looked at again every little while: the other side answers when it likes. */
export const useJointActs = (dyad: string): UseQueryResult<JointActView[]> =>
  useQuery({
    queryKey: ['joint-acts', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/joint-acts', { params: { dyad } })).acts,
    refetchInterval: lookAgainMilliseconds,
    refetchOnWindowFocus: true,
  });

interface ActAnswer {
  readonly act: string;
  readonly answer: 'agree' | 'decline';
}

/** Answers; whether it counted or somebody else was first, everything of the dyad is read again. */
export function useAnswerJointAct(dyad: string): UseMutationResult<JointActView, Error, ActAnswer> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, answer }: ActAnswer) =>
      call('POST /api/dyads/:dyad/joint-acts/:act/answer', { params: { dyad, act }, body: { answer } }),
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === dyad }),
  });
}

/** What has been filled in so far: the server says what is missing, field by field. */
export type ActProposal = {
  readonly [Kind in keyof JointActProposals]: {
    readonly kind: Kind;
    readonly details: Partial<JointActProposals[Kind]>;
  };
}[keyof JointActProposals];

export function useProposeJointAct(
  dyad: string,
): UseMutationResult<JointActView, Error, ActProposal & { readonly reason: string; readonly key: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: ActProposal & { readonly reason: string; readonly key: string }) =>
      call('POST /api/dyads/:dyad/joint-acts', { params: { dyad }, body }, { key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['joint-acts', dyad] }),
  });
}

export type NewTopic = CallOf<typeof openTopic>['body'];

export function useOpenTopic(
  dyad: string,
): UseMutationResult<TopicView, Error, { readonly topic: NewTopic; readonly key: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ topic, key }: { readonly topic: NewTopic; readonly key: string }) =>
      call('POST /api/dyads/:dyad/topics', { params: { dyad }, body: topic }, { key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['topics', dyad] }),
  });
}

/** Members whose name holds these letters; those who serve here, while there are too few letters to search by. */
export const useMembers = (dyad: string, name: string): UseQueryResult<MemberView[]> => {
  const letters = name.trim();
  return useQuery({
    queryKey: ['members', dyad, letters.length < memberSearch.letters ? '' : letters],
    queryFn: async ({ queryKey: [, , sought] }) =>
      sought === ''
        ? (await call('GET /api/dyads/:dyad/staff', { params: { dyad } })).members
        : (await call('GET /api/dyads/:dyad/members', { params: { dyad }, query: { name: String(sought) } })).members,
    placeholderData: (before) => before,
  });
};
