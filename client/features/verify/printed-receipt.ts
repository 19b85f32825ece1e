import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { checkReceipt, type Finding } from './check-receipt';
import { ownLogOf, staticLog } from '../../lib/static-log';

/** The receipt of an entry of a dyad's log on this site, checked before it is handed out. */
export const useReceipt = (dyad: string, index: number): UseQueryResult<Finding> =>
  useQuery({
    queryKey: ['receipt', dyad, index],
    queryFn: async () => {
      const log = ownLogOf(dyad);
      return checkReceipt({ receipt: await staticLog(log).receipt(index), log });
    },
  });
