import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { id, slug } from '../language/fields.js';
import { deskItem } from './desk.schema.js';
import { panelVerdicts } from './panel.rules.js';
import { bulkMost } from './proposal.rules.js';
import { actionHash, proposalDraft, words } from './proposal.schema.js';

const anItem = z.object({ dyad: slug, item: id });
const aProposal = anItem.extend({ proposal: id });
const version = z.int().min(1);

const stepFailures = ['moderation.step_not_possible', 'access.own_item', 'request.not_found'] as const;
const keyFailures = [
  ...stepFailures,
  'moderation.proposal_changed',
  'moderation.proposal_closed',
  'moderation.conflict_of_interest',
] as const;

export const proposeDecision = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/proposals',
  summary: 'Propose a decision about an item; it is the first key, and starts the clock of the others',
  action: 'desk.propose',
  idempotent: true,
  params: anItem,
  body: proposalDraft.extend({ version }),
  response: deskItem,
  failures: [
    ...stepFailures,
    'moderation.version_outdated',
    'moderation.conflict_of_interest',
    'moderation.measure_unfit',
    'moderation.passage_missing',
    'statement.fixed',
  ],
});

export const amendProposal = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/proposals/:proposal/amendments',
  summary: 'Change what is proposed: it has a new hash, and every earlier key counts no more',
  action: 'desk.propose',
  idempotent: true,
  params: aProposal,
  body: proposalDraft.extend({ version }),
  response: deskItem,
  failures: [...keyFailures, 'moderation.version_outdated', 'moderation.measure_unfit', 'moderation.passage_missing'],
});

export const giveProposalKey = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/proposals/:proposal/keys',
  summary: 'Give a key for exactly the action that was read; the last key that is needed enacts it',
  action: 'desk.key',
  idempotent: true,
  params: aProposal,
  body: z.object({
    actionHash,
    /** A neutral gives it for this side, which has no moderator on call who is not too near to the case. */
    proxyFor: z.enum(['a', 'b']).nullable().default(null),
  }),
  response: deskItem,
  failures: [...keyFailures, 'moderation.proxy_not_possible'],
});

export const opposeProposal = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/proposals/:proposal/opposition',
  summary: 'Oppose a proposal: a panel of both sides and a neutral decides',
  action: 'desk.key',
  idempotent: true,
  params: aProposal,
  body: z.object({ actionHash, note: words.min(10) }),
  response: deskItem,
  failures: keyFailures,
});

export const retractProposal = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/proposals/:proposal/retraction',
  summary: 'Take back a proposal of one’s own before it is decided',
  action: 'desk.propose',
  idempotent: true,
  params: aProposal,
  body: z.object({ actionHash }),
  response: deskItem,
  failures: [
    ...stepFailures,
    'moderation.proposal_changed',
    'moderation.proposal_closed',
    'moderation.not_own_proposal',
  ],
});

export const givePanelVerdict = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/proposals/:proposal/verdicts',
  summary: 'Say, from a seat of the panel, whether the proposal is enacted or the words are restored',
  action: 'desk.judge',
  idempotent: true,
  params: aProposal,
  body: z.object({ actionHash, verdict: z.enum(panelVerdicts), note: words.min(10) }),
  response: deskItem,
  failures: [...keyFailures, 'moderation.not_on_panel', 'moderation.verdict_given'],
});

export const confirmProxyKey = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/proposals/:proposal/proxy-review',
  summary: 'Note that one’s side has looked at a key that a neutral gave for it',
  action: 'desk.judge',
  idempotent: true,
  params: aProposal,
  body: z.object({ note: words.default('') }),
  response: deskItem,
  failures: [...stepFailures, 'moderation.proxy_not_possible', 'access.other_side'],
});

export const releaseItem = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/release',
  summary: 'End a hold of one’s own before its time',
  action: 'desk.release',
  idempotent: true,
  params: anItem,
  body: z.object({ version }),
  response: deskItem,
  failures: [...stepFailures, 'moderation.version_outdated', 'moderation.not_own_hold'],
});

/** Items are decided together once each. */
const eachOnce = (items: readonly { readonly item: string }[]): boolean =>
  new Set(items.map(({ item }) => item)).size === items.length;

const bulkResult = z.object({
  item: id,
  /** Absent where it could not be done; the others are done all the same. */
  card: deskItem.nullable(),
  failure: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
});
export type BulkResult = z.infer<typeof bulkResult>;
const bulkResults = z.object({ bulk: id, results: z.array(bulkResult) });

export const proposeTogether = contract({
  route: 'POST /api/dyads/:dyad/bulk-proposals',
  summary: 'Propose one and the same decision about several items; each has a result of its own',
  action: 'desk.bulk',
  idempotent: true,
  params: z.object({ dyad: slug }),
  body: proposalDraft.omit({ passages: true }).extend({
    items: z
      .array(z.strictObject({ item: id, version }))
      .min(1)
      .max(bulkMost)
      .refine(eachOnce),
  }),
  response: bulkResults,
});

export const giveBulkKeys = contract({
  route: 'POST /api/dyads/:dyad/bulk-proposals/:bulk/keys',
  summary: 'Give keys for several items that were proposed together; what is struck out stays proposed by itself',
  action: 'desk.bulk',
  idempotent: true,
  params: z.object({ dyad: slug, bulk: id }),
  body: z.object({
    items: z
      .array(z.strictObject({ item: id, actionHash }))
      .min(1)
      .max(bulkMost)
      .refine(eachOnce),
  }),
  response: bulkResults,
  failures: ['request.not_found'],
});
