import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf } from '../../../../shared/contract/contract.js';
import type { readWordlists } from '../../../../shared/moderation/detection/wordlist.contract.js';
import { call } from '../../../lib/api-client';

export type Wordlists = AnswerOf<typeof readWordlists>;

/** The lists in force, for those who moderate, steward or evaluate. */
export const useWordlists = (dyad: string): UseQueryResult<Wordlists> =>
  useQuery({
    queryKey: ['wordlists', dyad],
    queryFn: () => call('GET /api/dyads/:dyad/wordlists', { params: { dyad } }),
  });
