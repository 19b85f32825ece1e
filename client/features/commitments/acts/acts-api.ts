import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { Calls } from '../../../../shared/contracts.js';
import { call } from '../../../lib/api-client';

type BodyOf<R extends Parameters<typeof call>[0]> = Calls[R] extends { body: infer Body } ? Body : never;

/** What one can say about a commitment. */
export type CommitmentAct =
  | { readonly type: 'claim'; readonly body: BodyOf<'POST /api/dyads/:dyad/commitments/:commitment/claims'> }
  | {
      readonly type: 'withdraw';
      readonly claim: number;
      readonly body: BodyOf<'POST /api/dyads/:dyad/commitments/:commitment/claims/:claim/withdrawal'>;
    }
  | {
      readonly type: 'answer';
      readonly claim: number;
      readonly body: BodyOf<'POST /api/dyads/:dyad/commitments/:commitment/claims/:claim/answer'>;
    }
  | { readonly type: 'assess'; readonly body: BodyOf<'POST /api/dyads/:dyad/commitments/:commitment/assessments'> };

/** Says it; whether it counted or something else was first, all that is shown of commitments is read again. */
export function useCommitmentAct(
  dyad: string,
  commitment: string,
): UseMutationResult<unknown, Error, { readonly act: CommitmentAct; readonly key: string }> {
  const client = useQueryClient();
  return useMutation<unknown, Error, { readonly act: CommitmentAct; readonly key: string }>({
    mutationFn: ({ act, key }) => perform({ dyad, commitment }, act, key),
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [what, of] }) =>
          of === dyad && ['commitment', 'commitments', 'commitment-part'].includes(String(what)),
      }),
  });
}

function perform(here: { dyad: string; commitment: string }, act: CommitmentAct, key: string): Promise<unknown> {
  switch (act.type) {
    case 'claim':
      return call('POST /api/dyads/:dyad/commitments/:commitment/claims', { params: here, body: act.body }, { key });
    case 'withdraw':
      return call(
        'POST /api/dyads/:dyad/commitments/:commitment/claims/:claim/withdrawal',
        { params: { ...here, claim: String(act.claim) }, body: act.body },
        { key },
      );
    case 'answer':
      return call(
        'POST /api/dyads/:dyad/commitments/:commitment/claims/:claim/answer',
        { params: { ...here, claim: String(act.claim) }, body: act.body },
        { key },
      );
    case 'assess':
      return call(
        'POST /api/dyads/:dyad/commitments/:commitment/assessments',
        { params: here, body: act.body },
        { key },
      );
  }
}
