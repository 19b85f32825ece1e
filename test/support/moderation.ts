import { randomUUID } from 'node:crypto';
import type { Side } from '../../shared/access/actor.js';
import type { ContentKind } from '../../shared/moderation/content-kind.rules.js';
import type { DeskQueue } from '../../shared/moderation/desk.rules.js';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import type { PanelVerdict } from '../../shared/moderation/panel.rules.js';
import type { BulkResult } from '../../shared/moderation/proposal.contract.js';
import type { ProposalView, proposalDraft } from '../../shared/moderation/proposal.schema.js';
import type { ReasonCode } from '../../shared/moderation/reasons.js';
import type { OwnReportView } from '../../shared/moderation/report.schema.js';
import type { z } from 'zod';
import { DeadlineWorker } from '../../server/modules/moderation/deadlines/deadline-worker.js';
import { LookWorker } from '../../server/modules/moderation/looks/look-worker.js';
import { member, type TestDyad, type TestMember } from './actors.js';
import type { Reply } from './api.js';
import type { TestApp } from './app.js';
import { write } from './forum.js';

/** What a test proposes; the rest is usual. */
export type Draft = Partial<z.input<typeof proposalDraft>>;

/** A removal with facts for both sides. */
export const removal = {
  measure: 'remove',
  reason: 'SPAM',
  facts: { bg: 'Реклама за магазин.', mk: 'Реклама за продавница.' },
} as const satisfies Draft;

/** The desk of one dyad, as tests use it. */
export type TestDesk = ReturnType<typeof deskOf>;

type Done = Promise<Reply<DeskItem>>;
type BulkResults = { bulk: string; results: BulkResult[] };

/** What one can do at the desk of a dyad. */
export function deskOf({ slug }: TestDyad) {
  const at = (item: string) => ({ params: { dyad: slug, item } });
  const on = (card: DeskItem) => ({ params: { dyad: slug, item: card.id, proposal: proposalOf(card).id } });
  const cards = async (who: TestMember, queue: DeskQueue): Promise<DeskItem[]> => {
    const page = await who.api.call('GET /api/dyads/:dyad/desk', {
      params: { dyad: slug },
      query: { queue, limit: 50 },
    });
    return page.items;
  };
  return {
    cards,
    card: (who: TestMember, item: string): Promise<DeskItem> =>
      who.api.call('GET /api/dyads/:dyad/desk/:item', at(item)),
    /** The card of a post, which is in that queue. */
    cardOf: async (who: TestMember, post: string, queue: DeskQueue = 'pending'): Promise<DeskItem> => {
      const card = (await cards(who, queue)).find((one) => one.content === post);
      if (!card) throw new Error(`The post is not among the ${queue}`);
      return card;
    },
    approve: (who: TestMember, { id, version }: DeskItem): Done =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/approval', { ...at(id), body: { version } }),
    giveBack: (who: TestMember, { id, version }: DeskItem): Done =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/return', {
        ...at(id),
        body: { version, reason: 'OFFTOPIC', note: 'Ве молиме, за училиштето.' },
      }),
    hold: (who: TestMember, post: string, reason: ReasonCode = 'OFFTOPIC'): Done =>
      who.api.try('POST /api/dyads/:dyad/posts/:post/hold', {
        params: { dyad: slug, post },
        body: { reason, note: 'Ве молиме, за училиштето.' },
      }),
    /** Holds what there is a card of, whatever it is. */
    holdItem: (who: TestMember, { id, version }: DeskItem, reason: ReasonCode = 'OFFTOPIC'): Done =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/hold', {
        ...at(id),
        body: { version, reason, note: 'Ве молиме, за училиштето.' },
      }),
    release: (who: TestMember, { id, version }: DeskItem): Done =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/release', { ...at(id), body: { version } }),
    propose: (who: TestMember, { id, version }: DeskItem, draft: Draft = removal): Done =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/proposals', { ...at(id), body: { version, ...removal, ...draft } }),
    amend: (who: TestMember, card: DeskItem, draft: Draft): Done =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/amendments', {
        ...on(card),
        body: { version: card.version, ...removal, ...draft },
      }),
    key: (who: TestMember, card: DeskItem, proxyFor: 'a' | 'b' | null = null): Done =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/keys', {
        ...on(card),
        body: { actionHash: proposalOf(card).actionHash, proxyFor },
      }),
    oppose: (who: TestMember, card: DeskItem): Done =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/opposition', {
        ...on(card),
        body: { actionHash: proposalOf(card).actionHash, note: 'Ова е мислење, не реклама.' },
      }),
    retract: (who: TestMember, card: DeskItem): Done =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/retraction', {
        ...on(card),
        body: { actionHash: proposalOf(card).actionHash },
      }),
    judge: (who: TestMember, card: DeskItem, verdict: PanelVerdict): Done =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/verdicts', {
        ...on(card),
        body: { actionHash: proposalOf(card).actionHash, verdict, note: 'Прочитано во двата јазика.' },
      }),
    confirm: (who: TestMember, card: DeskItem): Done =>
      who.api.try('POST /api/dyads/:dyad/desk/:item/proposals/:proposal/proxy-review', { ...on(card), body: {} }),
    proposeTogether: (
      who: TestMember,
      items: { item: string; version: number }[],
      draft: Draft = removal,
    ): Promise<BulkResults> =>
      who.api.call('POST /api/dyads/:dyad/bulk-proposals', {
        params: { dyad: slug },
        body: { ...removal, ...draft, items },
      }),
    onCall: (who: TestMember, onCall: boolean) =>
      who.api.call('PUT /api/dyads/:dyad/roster/own', { params: { dyad: slug }, body: { onCall } }),
  };
}

/** Reports something, as a reader does. */
export const reportOf = (
  kind: ContentKind,
  content: string,
  who: TestMember,
  { slug }: TestDyad,
  reason: ReasonCode = 'OFFTOPIC',
  words = '',
): Promise<Reply<OwnReportView>> =>
  who.api.try('POST /api/dyads/:dyad/reports/:kind/:content', {
    params: { dyad: slug, kind, content },
    body: { reason, words },
  });
/** Reports a post. */
export const report = (
  who: TestMember,
  dyad: TestDyad,
  post: string,
  reason: ReasonCode = 'OFFTOPIC',
  words = '',
): Promise<Reply<OwnReportView>> => reportOf('post', post, who, dyad, reason, words);

/** The proposal of a card that has one. */
export function proposalOf({ proposal }: DeskItem): ProposalView {
  if (!proposal) throw new Error('Nothing is proposed about this item');
  return proposal;
}

/** A post that waits for a moderator. */
export async function waitingPost(
  desk: TestDesk,
  moderator: TestMember,
  { author, dyad, thread, text = 'Чека одлука' }: { author: TestMember; dyad: TestDyad; thread: string; text?: string },
): Promise<DeskItem> {
  const { id } = await write(author, dyad, thread, text);
  return desk.cardOf(moderator, id);
}

/** A post that a moderator published. */
export async function livePost(
  desk: TestDesk,
  moderator: TestMember,
  post: Parameters<typeof waitingPost>[2],
): Promise<DeskItem> {
  const waiting = await waitingPost(desk, moderator, post);
  const { status, answer, problem } = await desk.approve(moderator, waiting);
  if (status === 200) return answer;
  // On a slow machine, what is looked for in it is found between the two, and the card is another one by that.
  if (problem.code !== 'moderation.version_outdated') throw new Error(`A post was not published: ${problem.code}`);
  return (await desk.approve(moderator, await desk.card(moderator, waiting.id))).answer;
}

/** A post that moderators of both sides remove. */
export async function removedPost(
  test: TestApp,
  dyad: TestDyad,
  both: { readonly of: TestMember; readonly and: TestMember },
  post: string,
): Promise<DeskItem> {
  const desk = deskOf(dyad);
  const [item] = await test.database.query<{ id: string }>(
    `select id from moderation_item where content_id = $1 and not amends`,
    [post],
  );
  const { answer } = await desk.propose(both.of, await desk.card(both.of, item?.id ?? ''));
  return (await desk.key(both.and, answer)).answer;
}

/** So many moderators of each side, who write nothing anywhere. */
export async function moderatorsOf<const S extends readonly Side[]>(
  test: TestApp,
  dyad: TestDyad,
  sides: S,
): Promise<{ -readonly [K in keyof S]: TestMember }> {
  const made: TestMember[] = [];
  for (const side of sides) made.push(await member(test, dyad, { side, roles: ['moderator'] }));
  return made as { -readonly [K in keyof S]: TestMember };
}

/** Waits until everything that is due by the test's clock is done. */
export async function timePassed({ app }: TestApp): Promise<void> {
  // What is being looked at just then is locked, and what is due about it would be left for later.
  await app.get(LookWorker).idle();
  await app.get(DeadlineWorker).idle();
}

/** Everybody has just been there: sessions of moderators end after half an hour, and tests wait for days. */
export async function stayIn({ database, clock }: TestApp): Promise<void> {
  await database.query(`update session set last_seen_at = $1, opened_at = $1`, [clock.now()]);
}

/** Goes to another time, does what is due then, looks, and comes back. */
export async function atAnotherTime<Result>(
  test: TestApp,
  shift: { days?: number; hours?: number; minutes?: number },
  look: () => Promise<Result>,
): Promise<Result> {
  const back = Object.fromEntries(Object.entries(shift).map(([unit, count]) => [unit, -count]));
  test.clock.advance(shift);
  try {
    await stayIn(test);
    await timePassed(test);
    return await look();
  } finally {
    test.clock.advance(back);
  }
}

/** Somebody who writes nothing, as the database's own words. */
export const asRow = (who: TestMember): { member: string; side: Side } => ({ member: who.id, side: who.side });

/** Gives a key past the application, as a program with its rights could. */
export async function insertKey(
  test: TestApp,
  { id, actionHash }: Pick<ProposalView, 'id' | 'actionHash'>,
  who: { member: string; side: Side },
  more: { verdict?: 'give' | 'oppose'; proxyFor?: 'a' | 'b' | null; at?: Date } = {},
): Promise<unknown> {
  const { verdict = 'give', proxyFor = null, at = test.clock.now() } = more;
  return test.database.query(
    `insert into moderation_key (id, dyad_id, proposal_id, member_id, side, proxy_for, action_hash, verdict, at)
     select $1, dyad_id, id, $3, $4, $5, $6, $7, $8 from moderation_proposal where id = $2`,
    [randomUUID(), id, who.member, who.side, proxyFor, Buffer.from(actionHash, 'hex'), verdict, at],
  );
}
