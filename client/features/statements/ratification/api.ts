import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { CallOf } from '../../../../shared/contract/contract.js';
import type {
  declineStatement,
  proposeFreeze,
  signStatement,
  writeReservation,
} from '../../../../shared/statements/ratification.contract.js';
import type { RatificationView } from '../../../../shared/statements/ratification.schema.js';
import { call } from '../../../lib/api-client';

export const useRatification = (dyad: string, statement: string): UseQueryResult<RatificationView> =>
  useQuery({
    queryKey: ['statement', dyad, statement, 'ratification'],
    queryFn: () => call('GET /api/dyads/:dyad/statements/:statement/ratification', { params: { dyad, statement } }),
  });

/** What people do on the way from a draft to a ratified statement. */
export type RatificationAct =
  | { readonly type: 'propose' | 'second'; readonly body: CallOf<typeof proposeFreeze>['body'] }
  | { readonly type: 'take_back'; readonly hash: string }
  | { readonly type: 'sign'; readonly body: CallOf<typeof signStatement>['body'] }
  | { readonly type: 'decline'; readonly body: CallOf<typeof declineStatement>['body'] }
  | { readonly type: 'reserve'; readonly body: CallOf<typeof writeReservation>['body'] }
  | { readonly type: 'withdraw'; readonly reservation: string };

/** Does it; whatever the answer, everything about the statement is read again. */
export function useRatificationAct(
  dyad: string,
  statement: string,
): UseMutationResult<unknown, Error, RatificationAct> {
  const client = useQueryClient();
  return useMutation<unknown, Error, RatificationAct>({
    mutationFn: (act) => perform({ dyad, statement }, act),
    onSettled: () => client.invalidateQueries({ queryKey: ['statement', dyad, statement] }),
  });
}

function perform(
  params: { readonly dyad: string; readonly statement: string },
  act: RatificationAct,
): Promise<unknown> {
  switch (act.type) {
    case 'propose':
      return call('POST /api/dyads/:dyad/statements/:statement/freeze', { params, body: act.body });
    case 'second':
      return call('POST /api/dyads/:dyad/statements/:statement/freeze/second', { params, body: act.body });
    case 'take_back':
      return call('POST /api/dyads/:dyad/statements/:statement/freeze/take-back', { params, body: { hash: act.hash } });
    case 'sign':
      return call('POST /api/dyads/:dyad/statements/:statement/signatures', { params, body: act.body });
    case 'decline':
      return call('POST /api/dyads/:dyad/statements/:statement/declines', { params, body: act.body });
    case 'reserve':
      return call('POST /api/dyads/:dyad/statements/:statement/reservations', { params, body: act.body });
    case 'withdraw':
      return call('DELETE /api/dyads/:dyad/statements/:statement/reservations/:reservation', {
        params: { ...params, reservation: act.reservation },
      });
  }
}
