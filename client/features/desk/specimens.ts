import type { Side } from '../../../shared/access/actor.js';
import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import type { ProposalView } from '../../../shared/moderation/proposal.schema.js';

/** Cards of the desk for the tests of this folder; no page shows them. */

const morning = '2026-01-01T08:00:00.000Z';

export const person = (id: string, side: Side): MemberView => ({ id, pseudonym: id, side, roles: ['moderator'] });

export const keyOf = (id: string, side: Side): ProposalView['keys'][number] => ({
  by: person(id, side),
  side,
  proxyFor: null,
  verdict: 'give',
  note: '',
  at: morning,
  counts: true,
  reviewed: false,
});

export const proposalOf = (change: Partial<ProposalView> = {}): ProposalView => ({
  id: 'proposal',
  state: 'open',
  class: 'T1',
  measure: 'remove',
  passages: [],
  sanction: null,
  reason: 'OFFTOPIC',
  policyVersion: 1,
  article: null,
  facts: { bg: 'Не е по темата.', mk: 'Не е на темата.' },
  revision: 1,
  actionHash: '0'.repeat(64),
  proposedBy: person('proposer', 'b'),
  keys: [],
  missing: ['a', 'b'],
  openedAt: morning,
  expiresAt: morning,
  bulk: null,
  panel: null,
  ...change,
});

export const deskItemOf = (change: Partial<DeskItem> = {}): DeskItem => ({
  id: 'item',
  version: 1,
  state: 'pending',
  shown: true,
  kind: 'post',
  content: 'content',
  revision: 1,
  place: 'place',
  thread: 'thread',
  threadTitle: 'Вода',
  topicTitle: { text: 'Реката', language: 'bg', translations: [] },
  author: person('author', 'b'),
  language: 'bg',
  found: null,
  body: [{ type: 'paragraph', inlines: [{ type: 'text', text: 'Реката е чиста.' }] }],
  facing: null,
  translations: [],
  replyTo: null,
  waitingSince: morning,
  heldUntil: null,
  heldBy: null,
  priority: 1,
  reports: { open: 0, groups: [], versions: [] },
  claims: [],
  proposal: null,
  events: [],
  ...change,
});
