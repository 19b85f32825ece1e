import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Side } from '../../shared/access/actor.js';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { foundDyad, member, smallDyad, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { draft } from '../support/comments.js';
import { openThread, openTopic, translated } from '../support/forum.js';
import { atAnotherTime, deskOf, moderatorsOf, reportOf, type TestDesk } from '../support/moderation.js';
import { mirrorSide } from '../support/moderation-world.js';
import { noticesOf } from '../support/notices.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp({ TRANSLATION_ENGINES: 'pseudo' });
});
afterAll(() => test.close());

/** A dyad, and the same with everything exchanged between the sides. */
interface Stage {
  readonly dyad: TestDyad;
  readonly desk: TestDesk;
  readonly topic: string;
  readonly side: (side: Side) => Side;
  readonly author: TestMember;
  readonly thread: string;
  readonly cast: Readonly<Record<'proposer' | 'second' | 'seatA' | 'seatB' | 'neutral', TestMember>>;
}

async function stage(slug: string, isMirrored: boolean): Promise<Stage> {
  const side = (one: Side): Side => (isMirrored ? mirrorSide(one) : one);
  const { sides } = smallDyad(slug);
  const dyad = await foundDyad(test, slug, isMirrored ? { sides: { a: sides.b, b: sides.a } } : {});
  const author = await member(test, dyad, { side: side('b') });
  const [proposer, second, seatA, seatB, neutral] = await moderatorsOf(test, dyad, [
    side('a'),
    side('b'),
    side('a'),
    side('b'),
    'neutral',
  ]);
  const opener = await member(test, dyad, { side: 'neutral' });
  const { thread } = await openThread(test, await openTopic(test, dyad, 'school', 'pre'), opener);
  return {
    dyad,
    desk: deskOf(dyad),
    topic: 'school',
    side,
    author,
    thread,
    cast: { proposer, second, seatA, seatB, neutral },
  };
}

/** A card as a mirror would show it: sides exchanged back, and of what is random only that it is there. */
function mirrored(card: DeskItem, side: Stage['side']): unknown {
  const { proposal } = card;
  return {
    state: card.state,
    shown: card.shown,
    version: card.version,
    author: side(card.author.side),
    events: card.events.map(({ type, side: by, reason, note }) => [type, by && side(by), reason, note]),
    proposal: proposal && {
      state: proposal.state,
      class: proposal.class,
      proposedBy: proposal.proposedBy && side(proposal.proposedBy.side),
      keys: proposal.keys.map((key) => [side(key.side), key.proxyFor && side(key.proxyFor), key.verdict, key.counts]),
      missing: new Set(proposal.missing.map(side)),
      seats: new Set(proposal.panel?.seats.map((seat) => `${side(seat.side)} ${seat.verdict ?? ''}`)),
      panel: proposal.panel?.state,
    },
  };
}

/** Removal by both sides, opposition and a panel, a lapse, a key for a side that is away: what each leaves. */
async function play({ dyad, desk, side, author, thread, cast }: Stage): Promise<unknown[]> {
  const { proposer, second, seatA, seatB, neutral } = cast;
  const seen: unknown[] = [];
  const see = async (card: DeskItem): Promise<DeskItem> => {
    const [one, other] = [await desk.card(proposer, card.id), await desk.card(second, card.id)];
    expect(one).toEqual(other);
    seen.push(mirrored(one, side));
    return one;
  };
  const waiting = async (text: string): Promise<DeskItem> => {
    const { id } = await author.api.call('POST /api/dyads/:dyad/threads/:thread/posts', {
      params: { dyad: dyad.slug, thread },
      body: { text, language: 'mk' },
    });
    // What is found in it comes to the card after it.
    await test.settled();
    return desk.cardOf(proposer, id);
  };
  const live = async (text: string) => (await desk.approve(proposer, await waiting(text))).answer;

  const removed = (await desk.propose(proposer, await live('Прва'))).answer;
  await see(removed);
  await desk.key(second, removed);
  await see(removed);

  const opposed = (await desk.propose(proposer, await waiting('Втора'), { sanction: { kind: 'warning' } })).answer;
  await desk.oppose(second, opposed);
  let judged = await see(opposed);
  for (const who of [seatB, neutral, seatA]) {
    if (judged.state === 'escalated') await desk.judge(who, judged, who === seatB ? 'restore' : 'enact');
    judged = await see(judged);
  }

  // Who was warned writes again when the warning is read.
  const notices = noticesOf(dyad);
  await notices.acknowledge(author, (await notices.decision(author)).id);

  const lapsing = (await desk.propose(second, await live('Трета'), { reason: 'HATE' })).answer;
  await atAnotherTime(test, { hours: 13 }, async () => see(lapsing));

  for (const who of [second, seatB]) await desk.onCall(who, false);
  const away = (await desk.propose(proposer, await live('Четврта'))).answer;
  expect(side('b')).not.toBe('neutral');
  await desk.key(neutral, away, side('b') === 'a' ? 'a' : 'b');
  await see(away);
  return seen;
}

/** A translation and a name, from the report of somebody of the other side to their removal: what each step leaves. */
async function playKinds({ dyad, desk, side, author, thread, cast }: Stage): Promise<unknown[]> {
  const { proposer, second } = cast;
  const reader = await member(test, dyad, { side: side('a') });
  const { id: post } = await author.api.call('POST /api/dyads/:dyad/threads/:thread/posts', {
    params: { dyad: dyad.slug, thread },
    body: { text: 'Петта', language: 'mk' },
  });
  await desk.approve(proposer, await desk.cardOf(proposer, post));
  await translated(test);
  const shown = () => reader.api.call('GET /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } });
  const [translation] = (await shown()).translations;
  const seen: unknown[] = [];
  for (const [kind, content, reason] of [
    ['translation', translation?.id ?? '', 'MISQUOTE'],
    ['name', author.id, 'IMPERSONATE'],
  ] as const) {
    const report = await reportOf(kind, content, reader, dyad, reason);
    const card = await desk.cardOf(proposer, report.answer.content, 'in_review');
    const proposed = (await desk.propose(proposer, card, { reason })).answer;
    seen.push(mirrored(proposed, side));
    const decided = (await desk.key(second, proposed)).answer;
    const after = await shown();
    seen.push(mirrored(decided, side), decided.kind, side(after.author.side));
    seen.push(
      after.translations.map(({ status }) => status),
      after.author.pseudonym === author.pseudonym,
    );
  }
  return seen;
}

/** A draft of both sides, from the report of a reader to its removal and back again: what each step leaves for whom. */
async function playStatement({ dyad, desk, side, cast }: Stage): Promise<unknown[]> {
  const { proposer, second } = cast;
  const [begins, joins] = [
    await member(test, dyad, { side: side('a'), roles: ['drafter'] }),
    await member(test, dyad, { side: side('b'), roles: ['drafter'] }),
  ];
  const reader = await member(test, dyad, { side: side('b') });
  const { id } = await draft(test, dyad, begins, 'members');
  const seen: unknown[] = [];
  const see = async (card: DeskItem): Promise<DeskItem> => {
    seen.push(mirrored(card, side));
    for (const who of [begins, joins, reader, proposer]) {
      const { status, answer } = await who.api.try('GET /api/dyads/:dyad/statements/:statement', {
        params: { dyad: dyad.slug, statement: id },
      });
      seen.push([status, answer?.role, answer?.withheld, answer?.decidedOn]);
    }
    return card;
  };
  const report = await reportOf('statement', id, reader, dyad, 'MISQUOTE');
  const card = await see(await desk.cardOf(proposer, report.answer.content, 'in_review'));
  const proposed = await see((await desk.propose(proposer, card, { reason: 'MISQUOTE' })).answer);
  const removed = await see((await desk.key(second, proposed)).answer);
  const reopening = (await desk.propose(second, removed, { measure: 'reopen' })).answer;
  const reopened = await see((await desk.key(proposer, reopening)).answer);
  await see((await desk.approve(second, reopened)).answer);
  return seen;
}

it('MOD-38: in a dyad with its sides exchanged, the same acts lead to the same, exchanged', async () => {
  const seen = await play(await stage('river', false));
  const exchanged = await play(await stage('lake', true));
  expect(seen).toHaveLength(8);
  expect(exchanged).toEqual(seen);
});

it('MOD-38: that holds for translations and names, too', async () => {
  const seen = await playKinds(await stage('hill', false));
  expect(seen).toContainEqual(expect.objectContaining({ state: 'actioned' }));
  expect(seen.slice(-1)).toEqual([false]);
  expect(await playKinds(await stage('field', true))).toEqual(seen);
});

it('MOD-38: that holds for statements, too, and for what each of their readers and drafters may do then', async () => {
  const seen = await playStatement(await stage('brook', false));
  expect(seen).toContainEqual(expect.objectContaining({ state: 'actioned' }));
  expect(seen).toContainEqual([200, 'read', { how: 'removed', reason: 'MISQUOTE' }, false]);
  expect(seen.filter((one) => Array.isArray(one) && one[0] === 404)).toHaveLength(4);
  expect(await playStatement(await stage('pond', true))).toEqual(seen);
});
