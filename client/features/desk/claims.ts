import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ClaimView } from '../../../shared/moderation/claim.schema.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { claim as limits } from '../../../shared/moderation/time-limits.rules.js';
import { call } from '../../lib/api-client';
import type { DeskStore } from './api';
import type { Moderator } from './possible-acts';

/** The claim that somebody has on an item, if they have one. */
export const claimOf = ({ claims }: Pick<DeskItem, 'claims'>, { id }: Pick<Moderator, 'id'>): ClaimView | undefined =>
  claims.find(({ by }) => by.id === id);

/** Takes an item up for one's side, or lets go of it. */
export function useClaim(
  dyad: string,
  store: DeskStore,
): UseMutationResult<void, Error, { item: string; take: boolean }> {
  return useMutation({
    mutationFn: async ({ item, take }) => {
      const params = { dyad, item };
      if (take) await call('POST /api/dyads/:dyad/desk/:item/claim', { params });
      else await call('DELETE /api/dyads/:dyad/desk/:item/claim', { params });
    },
    onSettled: async (_done, _failure, { item }) => {
      await store.reload(item);
    },
  });
}

/** Says every half minute that one is still at the item that is shown, while one has it; who turns away lets it lapse. */
export function useHeartbeat(dyad: string, item: DeskItem | undefined, me: Moderator, store: DeskStore): void {
  const latest = useRef(store);
  useEffect(() => {
    latest.current = store;
  });
  const id = item?.id;
  const isMine = item !== undefined && claimOf(item, me) !== undefined;
  useEffect(() => {
    if (!isMine || id === undefined) return undefined;
    const beat = () =>
      void call('PUT /api/dyads/:dyad/desk/:item/claim', { params: { dyad, item: id } }).catch(() =>
        latest.current.reload(id),
      );
    const timer = setInterval(beat, limits.heartbeatSeconds * 1000);
    return () => clearInterval(timer);
  }, [dyad, id, isMine]);
}
