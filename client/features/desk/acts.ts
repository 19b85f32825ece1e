import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import type { PanelVerdict } from '../../../shared/moderation/panel.rules.js';
import type { ProposalDraft, ProposalView } from '../../../shared/moderation/proposal.schema.js';
import type { ReasonCode } from '../../../shared/moderation/reasons.js';
import { call, CallFailure } from '../../lib/api-client';
import type { DeskStore } from './api';

interface About {
  readonly item: DeskItem;
}
interface AboutProposal extends About {
  /** The proposal as it was read: a key is for exactly this. */
  readonly proposal: ProposalView;
}

/** What a moderator does about one item. */
export type DeskAct =
  | (About & { readonly act: 'approve' | 'release' })
  | (About & { readonly act: 'give_back' | 'hold'; readonly reason: ReasonCode; readonly note: string })
  | (About & { readonly act: 'propose'; readonly draft: ProposalDraft })
  | (AboutProposal & { readonly act: 'amend'; readonly draft: ProposalDraft })
  | (AboutProposal & { readonly act: 'give_key'; readonly proxyFor: 'a' | 'b' | null })
  | (AboutProposal & { readonly act: 'oppose' | 'confirm'; readonly note: string })
  | (AboutProposal & { readonly act: 'retract' })
  | (AboutProposal & { readonly act: 'verdict'; readonly verdict: PanelVerdict; readonly note: string });

export type ActName = DeskAct['act'];

/** Somebody was faster: what is shown is not how it stands any more. */
export const isOutdated = (error: unknown): boolean =>
  error instanceof CallFailure &&
  ['moderation.version_outdated', 'moderation.proposal_changed', 'moderation.proposal_closed'].includes(error.code);

/**
 * Does something about an item. A decided item stays in its place and shows what became of it; where a colleague was faster,
 * the item is shown as it stands now, and what was typed stays.
 */
export function useDeskAct(dyad: string, store: DeskStore): UseMutationResult<DeskItem, Error, DeskAct> {
  return useMutation({
    mutationFn: (act: DeskAct) => send(dyad, act),
    onSuccess: (item) => store.put(item),
    onError: (failure, { item }) => {
      if (isOutdated(failure) || (failure instanceof CallFailure && failure.code === 'moderation.step_not_possible'))
        void store.reload(item.id);
    },
  });
}

function send(dyad: string, one: DeskAct): Promise<DeskItem> {
  const { id: item, version } = one.item;
  const params = { dyad, item };
  switch (one.act) {
    case 'approve':
      return call('POST /api/dyads/:dyad/desk/:item/approval', { params, body: { version } });
    case 'release':
      return call('POST /api/dyads/:dyad/desk/:item/release', { params, body: { version } });
    case 'give_back':
      return call('POST /api/dyads/:dyad/desk/:item/return', {
        params,
        body: { version, reason: one.reason, note: one.note },
      });
    case 'hold':
      return call('POST /api/dyads/:dyad/desk/:item/hold', {
        params,
        body: { version, reason: one.reason, note: one.note },
      });
    case 'propose':
      return call('POST /api/dyads/:dyad/desk/:item/proposals', { params, body: { ...one.draft, version } });
    default:
      return sendAboutProposal({ ...params, proposal: one.proposal.id }, one);
  }
}

function sendAboutProposal(
  params: { dyad: string; item: string; proposal: string },
  one: Extract<DeskAct, AboutProposal>,
): Promise<DeskItem> {
  const { actionHash } = one.proposal;
  const { version } = one.item;
  switch (one.act) {
    case 'amend':
      return call('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/amendments', {
        params,
        body: { ...one.draft, version },
      });
    case 'give_key':
      return call('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/keys', {
        params,
        body: { actionHash, proxyFor: one.proxyFor },
      });
    case 'oppose':
      return call('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/opposition', {
        params,
        body: { actionHash, note: one.note },
      });
    case 'retract':
      return call('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/retraction', { params, body: { actionHash } });
    case 'verdict':
      return call('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/verdicts', {
        params,
        body: { actionHash, verdict: one.verdict, note: one.note },
      });
    case 'confirm':
      return call('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/proxy-review', {
        params,
        body: { note: one.note },
      });
  }
}

interface NewHold {
  readonly post: string;
  readonly reason: ReasonCode;
  readonly note: string;
}

/** Holds a published post from where it stands. */
export function useHoldPost(dyad: string): UseMutationResult<DeskItem, Error, NewHold> {
  return useMutation({
    mutationFn: ({ post, ...body }: NewHold) =>
      call('POST /api/dyads/:dyad/posts/:post/hold', { params: { dyad, post }, body }),
  });
}
