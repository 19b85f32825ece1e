import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppealVerdict } from '../../shared/moderation/appeal.rules.js';
import type { AppealCase, Variation } from '../../shared/moderation/appeal.schema.js';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { seats } from '../../shared/moderation/panel.rules.js';
import { EventLedger } from '../../server/modules/moderation/event-ledger.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openTopic, type TestTopic } from '../support/forum.js';
import { connect, until } from '../support/live.js';
import { atAnotherTime, deskOf, moderatorsOf, stayIn, type Draft, type TestDesk } from '../support/moderation.js';
import { decide, noticesOf, publishedBy, reportItem, type Bench } from '../support/notices.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** A dyad with those who decide and those who hear appeals. */
interface Place {
  readonly dyad: TestDyad;
  readonly topic: TestTopic;
  readonly bench: Bench;
  readonly panel: Bench;
  readonly desk: TestDesk;
  readonly notices: ReturnType<typeof noticesOf>;
}

let places = 0;
async function aPlace(withPanel = true): Promise<Place> {
  places += 1;
  const dyad = await foundDyad(test, `place-${places}`);
  const three = async (): Promise<Bench> => {
    const [a, b, neutral] = await moderatorsOf(test, dyad, ['a', 'b', 'neutral']);
    return { a, b, neutral };
  };
  const bench = await three();
  return {
    dyad,
    bench,
    panel: withPanel ? await three() : bench,
    topic: await openTopic(test, dyad, 'water', 'post'),
    desk: deskOf(dyad),
    notices: noticesOf(dyad),
  };
}

const facts = { bg: 'В текста има обида.', mk: 'Во текстот има навреда.' };
const draft = (change: Draft): Draft => ({ measure: null, reason: 'MISQUOTE', facts, ...change });

/** Something that was decided about what somebody wrote, and what they were told. */
async function decided({ dyad, topic, bench, notices }: Place, change: Draft, side: 'a' | 'b' = 'b') {
  const who = await member(test, dyad, { side });
  const card = await decide(dyad, bench, await publishedBy(test, topic, who, bench.a), draft(change));
  return { who, card, notice: (await notices.decision(who)).id };
}

/** Something that was reported, and left as it is. */
async function left({ dyad, topic, bench, desk, notices }: Place) {
  const [who, reporter] = [await member(test, dyad, { side: 'b' }), await member(test, dyad, { side: 'a' })];
  const published = await publishedBy(test, topic, who, bench.a);
  await reportItem(dyad, reporter, published);
  const card = (await desk.approve(bench.b, await desk.card(bench.b, published.id))).answer;
  return { who, reporter, card, notice: (await notices.answer(reporter)).id };
}

/** Who sits for a side on the panel of an appeal. */
function seatOf({ bench, panel }: Place, appeal: AppealCase, side: 'a' | 'b' | 'neutral'): TestMember {
  const id = appeal.panel.seats.find((seat) => seat.side === side)?.by.id;
  const who = [...Object.values(bench), ...Object.values(panel)].find((one) => one.id === id);
  if (!who) throw new Error(`Nobody sits for ${side}`);
  return who;
}

/** The seats say what they say, until it is decided. */
async function judged(
  place: Place,
  card: DeskItem,
  said: Readonly<Record<'a' | 'b' | 'neutral', AppealVerdict>>,
  variation: Partial<Variation> | null = null,
): Promise<void> {
  for (const side of seats) {
    const appeal = await place.notices.appealed(place.panel.a, card.id);
    if (appeal.state !== 'open') return;
    const left = said[side] === 'vary' ? variation : null;
    const reply = await place.notices.judge(seatOf(place, appeal, side), appeal, said[side], left);
    expect(reply.problem.code).toBeUndefined();
  }
}

const all = (verdict: AppealVerdict) => ({ a: verdict, b: verdict, neutral: verdict });
const readBy = async ({ dyad }: Place, { api }: TestMember, post: string): Promise<string> => {
  const reply = await api.try('GET /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } });
  return reply.problem.code ?? (reply.answer.body === null ? 'no words' : 'words');
};

describe('MOD-16: an appeal', () => {
  let place: Place;
  beforeAll(async () => {
    place = await aPlace();
  });
  const months = async (who: TestMember, notice: string, days: number): Promise<number> => {
    const { appealableUntil } = await place.notices.read(who, notice);
    const shift = (Date.parse(appealableUntil ?? '') - test.clock.now().getTime()) / 86_400_000 + days;
    return atAnotherTime(test, { days: shift }, async () => {
      await stayIn(test);
      return (await place.notices.appeal(who, notice)).status;
    });
  };

  it('of an author is taken a day before the six months are over, and not a day after', async () => {
    const [early, late] = [await decided(place, { measure: 'remove' }), await decided(place, { measure: 'remove' })];
    const told = await place.notices.read(early.who, early.notice);
    const monthsBetween = new Date(told.at);
    monthsBetween.setUTCMonth(monthsBetween.getUTCMonth() + 6);
    expect(told.appealableUntil).toBe(monthsBetween.toISOString());
    expect(await months(late.who, late.notice, 1)).toBe(410);
    expect(await months(early.who, early.notice, -1)).toBe(201);
  });

  it('of somebody who reported in vain is taken as long, and no longer', async () => {
    const [early, late] = [await left(place), await left(place)];
    expect(await months(late.reporter, late.notice, 1)).toBe(410);
    expect(await months(early.reporter, early.notice, -1)).toBe(201);
  });

  it('is one of each party, in a language of the dialogue, and only of whom it was told to', async () => {
    const { who, card, notice } = await decided(place, { measure: 'remove' });
    const stranger = await member(test, place.dyad, { side: 'a' });
    expect((await place.notices.appeal(stranger, notice)).status).toBe(404);
    expect((await place.notices.appeal(who, notice, 'Зошто баш јас?', 'hi')).problem.code).toBe(
      'post.language_not_spoken_here',
    );
    expect((await place.notices.appeal(who, notice, 'x'.repeat(2001))).problem.fields).toMatchObject([
      { field: 'body.words', rule: 'too_long' },
    ]);
    const replies = await Promise.all([place.notices.appeal(who, notice), place.notices.appeal(who, notice)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await place.notices.appeal(who, notice)).problem.code).toBe('appeal.made');
    expect(await place.notices.appealed(place.bench.a, card.id)).toMatchObject({
      party: 'author',
      state: 'open',
      words: 'Мислам дека беше погрешно.',
      language: 'mk',
      decision: { measure: 'remove', passages: [], sanction: null },
      panel: { state: 'deliberating' },
    });
    expect(await place.notices.read(who, notice)).toMatchObject({
      appeal: { state: 'open', words: 'Мислам дека беше погрешно.', answers: [] },
    });
  });

  it('waits for what is decided about it anyway, and is not taken against what does not stand', async () => {
    const first = await decided(place, { measure: 'remove' });
    const reopened = await decide(place.dyad, place.bench, first.card, draft({ measure: 'reopen' }));
    expect((await place.notices.appeal(first.who, first.notice)).problem.code).toBe('appeal.under_way');
    const again = await decide(place.dyad, place.bench, reopened, draft({ measure: 'lock_thread' }));
    expect(again.state).toBe('actioned');
    expect((await place.notices.appeal(first.who, first.notice)).problem.code).toBe('appeal.not_possible');
    const newer = await place.notices.decision(first.who);
    expect((await place.notices.appeal(first.who, newer.id)).status).toBe(201);
  });

  it('of a reporter waits while the same words are looked at for another reason', async () => {
    const { reporter, card, notice } = await left(place);
    await reportItem(place.dyad, await member(test, place.dyad, { side: 'b' }), card);
    expect((await place.notices.appeal(reporter, notice)).problem.code).toBe('appeal.under_way');
  });

  it('is open to those who take no part at present', async () => {
    const { who, notice } = await decided(place, { sanction: { kind: 'ban' } });
    await until(async () => {
      const { status } = await who.api.try('GET /api/dyads/:dyad/topics', { params: { dyad: place.dyad.slug } });
      return status === 403;
    });
    expect((await place.notices.appeal(who, notice)).status).toBe(201);
  });
});

describe('MOD-17: the panel of an appeal', () => {
  it('has nobody who had any part in the case before, whoever decides and whoever is on call', async () => {
    const place = await aPlace(false);
    const { dyad, desk, notices, topic } = place;
    for (const one of Object.values(place.bench)) await desk.onCall(one, false);
    const crowd = await moderatorsOf(test, dyad, ['a', 'a', 'a', 'b', 'b', 'b', 'neutral', 'neutral', 'neutral']);
    const three = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 }));
    const away = fc.subarray([...crowd.keys()]);
    await fc.assert(
      fc.asyncProperty(three, away, fc.boolean(), fc.boolean(), async ([a, b, n], absent, isHeld, isGrave) => {
        const bench = { a: crowd[a], b: crowd[3 + b], neutral: crowd[6 + n] } as Bench;
        const who = await member(test, dyad, { side: 'b' });
        let card = await publishedBy(test, topic, who, bench.a);
        if (isHeld) card = (await desk.hold(crowd[(a + 1) % 3] as TestMember, card.content)).answer;
        const sanction = isGrave ? { kind: 'suspend' as const, days: 30 } : null;
        await decide(dyad, bench, card, draft({ measure: 'remove', sanction }));
        for (const [at, one] of crowd.entries()) await desk.onCall(one, !absent.includes(at));
        await notices.appeal(who, (await notices.decision(who)).id);
        const { panel } = await notices.appealed(bench.a, card.id);
        const acted = await test.database.query<{ id: string }>(
          `select distinct actor_id as id from moderation_event where item_id = $1 and actor_id is not null`,
          [card.id],
        );
        const onCall = crowd.filter((one, at) => !absent.includes(at) && !acted.some(({ id }) => id === one.id));
        const isPossible = (['a', 'b', 'neutral'] as const).every((side) => onCall.some((one) => one.side === side));
        expect(panel.state).toBe(isPossible ? 'deliberating' : 'waiting');
        for (const { by, side } of panel.seats) {
          expect(acted.map(({ id }) => id)).not.toContain(by.id);
          expect(onCall.map(({ id }) => id)).toContain(by.id);
          expect(by.side).toBe(side);
        }
        for (const one of crowd) await desk.onCall(one, true);
        await refusesSeats(
          card,
          acted.map(({ id }) => id).filter((id) => crowd.some((one) => one.id === id)),
        );
      }),
      { numRuns: 12 },
    );
  });

  /** A program with the rights of the application cannot seat them either. */
  async function refusesSeats({ id }: DeskItem, actors: readonly string[]): Promise<void> {
    expect(actors.length).toBeGreaterThanOrEqual(2);
    for (const actor of actors)
      await expect(
        test.database.query(
          `with panel as (update moderation_panel set state = 'deliberating' where item_id = $1 returning id, dyad_id)
           insert into moderation_panel_seat (panel_id, side, dyad_id, member_id, at)
           select panel.id, m.side, panel.dyad_id, m.id, now() from panel, member m where m.id = $2`,
          [id, actor],
        ),
      ).rejects.toMatchObject({ constraint: 'moderation_conflict_earlier_key' });
  }

  it('has nobody who may not act at present', async () => {
    const place = await aPlace();
    const { who, card, notice } = await decided(place, { measure: 'remove' });
    await test.database.query(`update member set silenced_until = $2 where id = $1`, [
      place.panel.a.id,
      test.clock.in({ days: 3 }),
    ]);
    await place.notices.appeal(who, notice);
    expect((await place.notices.appealed(place.bench.a, card.id)).panel).toEqual({ state: 'waiting', seats: [] });
  });

  it('says each its own, once, in the languages of both sides', async () => {
    const place = await aPlace();
    const { notices, panel, bench } = place;
    const { who, card, notice } = await decided(place, { measure: 'remove' });
    await notices.appeal(who, notice);
    const appeal = await notices.appealed(panel.a, card.id);
    expect((await notices.judge(bench.a, appeal, 'overturn')).problem.code).toBe('moderation.not_on_panel');
    const half = await notices.judge(panel.a, appeal, 'overturn', null, { bg: 'Прав е.' });
    expect(half.problem.fields).toMatchObject([{ field: 'body.reasons.mk', rule: 'required' }]);
    const gap = await notices.judge(panel.a, appeal, 'overturn', null, { bg: 'За {{topic}}.', mk: 'За водата.' });
    expect(gap.problem.fields).toMatchObject([{ field: 'body.reasons.bg', rule: 'unfilled' }]);
    expect((await notices.judge(panel.a, appeal, 'overturn')).status).toBe(200);
    expect((await notices.judge(panel.a, appeal, 'uphold')).problem.code).toBe('moderation.verdict_given');
    expect(await notices.read(who, notice)).toMatchObject({ appeal: { state: 'open', answers: [] } });
    await notices.judge(panel.b, appeal, 'overturn');
    expect((await notices.judge(panel.neutral, appeal, 'uphold')).problem.code).toBe('appeal.closed');
  });
});

describe('MOD-18: an overturned decision', () => {
  it('is undone: words, sanction, strike; the person is told, and one event says so', async () => {
    const place = await aPlace();
    const { dyad, notices, desk, bench } = place;
    const { who, card, notice } = await decided(place, { measure: 'remove', sanction: { kind: 'suspend', days: 30 } });
    const reader = await member(test, dyad, { side: 'a' });
    expect(await readBy(place, reader, card.content)).toBe('no words');
    await until(async () => (await readBy(place, who, card.content)) === 'access.suspended', 1_000);
    const live = await connect(test, who);
    await live.follow(dyad.slug, `member:${who.id}`);
    expect((await notices.appeal(who, notice)).status).toBe(201);
    await test.settled();
    live.signals.length = 0;
    await judged(place, card, { a: 'overturn', b: 'uphold', neutral: 'overturn' });
    await until(() => live.signals.some(({ kind, about }) => kind === 'notice.changed' && about['notice'] === notice));
    live.close();

    await until(async () => (await readBy(place, who, card.content)) === 'words', 1_000);
    expect(await readBy(place, reader, card.content)).toBe('words');
    expect((await notices.list(who)).strikes).toEqual({ weight: 0, until: null });
    expect(await notices.read(who, notice)).toMatchObject({
      measureEnded: { by: 'appeal' },
      sanction: { ended: { by: 'appeal' } },
      appeal: {
        state: 'overturned',
        answers: [{ reasons: { bg: 'Решихме: overturn.', mk: 'Одлучивме: overturn.' } }, { side: 'neutral' }],
      },
    });
    expect(JSON.stringify(await notices.read(who, notice))).not.toContain(place.panel.a.pseudonym);
    expect(await desk.card(bench.a, card.id)).toMatchObject({ state: 'live', shown: true });
    const events = await test.database.query<{ type: string }>(
      `select type from moderation_event where item_id = $1 order by seq`,
      [card.id],
    );
    expect(events.filter(({ type }) => type === 'overturn')).toHaveLength(1);
    const left = await test.database.query(`select 1 from moderation_deadline where done_at is null and item_id = $1`, [
      card.id,
    ]);
    expect(left).toEqual([]);
    await replays(dyad);
  });

  /** What the events say is what stands, and they say it again when everything is made anew. */
  async function replays({ id }: TestDyad): Promise<void> {
    const rows = () => test.database.query(`select * from moderation_item where dyad_id = $1 order by id`, [id]);
    const before = await rows();
    const { verified, rebuilt } = await test.app.get(UnitOfWork).run({ dyadId: id }, async (tx) => ({
      verified: await test.app.get(EventLedger).verify(tx, id),
      rebuilt: await test.app.get(EventLedger).rebuild(tx, id),
    }));
    expect([verified.fault, rebuilt.fault]).toEqual([null, null]);
    expect(await rows()).toEqual(before);
  }

  it.each(['redact', 'lock_thread'] as const)('gives back what it took: %s', async (measure) => {
    const place = await aPlace();
    const { who, card, notice } = await decided(place, {
      measure,
      passages: measure === 'redact' ? ['чиста'] : [],
    });
    const thread = async () => {
      const { answer } = await who.api.try('GET /api/dyads/:dyad/threads/:thread', {
        params: { dyad: place.dyad.slug, thread: card.place },
        query: {},
      });
      return { closed: answer.thread.closed, words: JSON.stringify(answer.posts[0]?.body) };
    };
    const during = await thread();
    expect(measure === 'redact' ? during.words.includes('чиста') : !during.closed).toBe(false);
    await place.notices.appeal(who, notice);
    await judged(place, card, all('overturn'));
    const after = await thread();
    expect([after.closed, after.words.includes('чиста')]).toEqual([false, true]);
  });
});

describe('a decision on appeal', () => {
  it('stands when two uphold it, and is over then: there is no other appeal', async () => {
    const place = await aPlace();
    const { who, card, notice } = await decided(place, { measure: 'remove', sanction: { kind: 'silence', days: 7 } });
    await place.notices.appeal(who, notice);
    await judged(place, card, all('uphold'));
    expect(await place.notices.read(who, notice)).toMatchObject({
      measureEnded: null,
      sanction: { ended: null },
      appeal: { state: 'upheld', answers: [{}, {}] },
    });
    expect((await place.notices.appeal(who, notice)).problem.code).toBe('appeal.made');
    expect((await place.notices.list(who)).strikes.weight).toBe(2);
  });

  it('goes on in part: the words come back, the sanction is shorter, and has run since the decision', async () => {
    const place = await aPlace();
    const { who, card, notice } = await decided(place, { measure: 'remove', sanction: { kind: 'silence', days: 7 } });
    const first = await place.notices.decision(who);
    await place.notices.appeal(who, notice);
    const variation = { sanction: { kind: 'silence', days: 2 } } as const;
    await judged(place, card, { a: 'uphold', b: 'vary', neutral: 'vary' }, variation);
    const newest = await place.notices.decision(who);
    expect(newest).toMatchObject({
      decidedBy: 'appeal',
      measure: null,
      sanction: { kind: 'silence', days: 2, startsAt: first.sanction?.startsAt, ended: null },
      appealableUntil: null,
    });
    expect(await place.notices.read(who, notice)).toMatchObject({
      measureEnded: { by: 'appeal' },
      sanction: { ended: { by: 'appeal' } },
      appeal: { state: 'varied', answers: [{}, {}, {}] },
    });
    expect(await readBy(place, who, card.content)).toBe('words');
    expect((await place.notices.list(who)).strikes.weight).toBe(2);
    expect((await place.notices.appeal(who, newest.id)).problem.code).toBe('appeal.not_possible');
  });

  it('is varied to a milder part of it, and to one and the same', async () => {
    const place = await aPlace();
    const { notices, panel } = place;
    const { who, card, notice } = await decided(place, { measure: 'remove', sanction: { kind: 'silence', days: 7 } });
    await notices.appeal(who, notice);
    const appeal = await notices.appealed(panel.a, card.id);
    const unfit: readonly (Partial<Variation> | null)[] = [
      null,
      {},
      { measure: 'remove', sanction: { kind: 'silence', days: 7 } },
      { sanction: { kind: 'suspend', days: 7 } },
      { measure: 'redact', passages: [] },
      { measure: 'lock_thread', passages: [] },
    ];
    for (const variation of unfit) {
      const { problem } = await notices.judge(panel.a, appeal, 'vary', variation);
      expect([variation, problem.code]).toEqual([variation, 'appeal.variation_unfit']);
    }
    const nowhere = { measure: 'redact' as const, passages: ['никаде го нема'] };
    expect((await notices.judge(panel.a, appeal, 'vary', nowhere)).problem.code).toBe('moderation.passage_missing');
    expect((await notices.judge(panel.a, appeal, 'uphold', { measure: 'remove' })).problem.code).toBe(
      'appeal.variation_unfit',
    );
    const redaction = { measure: 'redact' as const, passages: ['чиста'] };
    expect((await notices.judge(panel.a, appeal, 'vary', redaction)).answer.variation).toMatchObject(redaction);
    expect((await notices.judge(panel.b, appeal, 'vary', { measure: 'remove' })).problem.code).toBe(
      'appeal.variation_unfit',
    );
    await notices.judge(panel.b, appeal, 'vary', redaction);
    expect(await notices.decision(who)).toMatchObject({ measure: 'redact', sanction: null });
    expect(await readBy(place, who, card.content)).toBe('words');
  });
});

describe('somebody who reported in vain', () => {
  it('has it looked at again when the panel says so, and is told what comes of that', async () => {
    const place = await aPlace();
    const { notices, desk, panel } = place;
    const { who, reporter, card, notice } = await left(place);
    await notices.appeal(reporter, notice, 'Беше извртено.', 'bg');
    expect(await desk.card(panel.a, card.id)).toMatchObject({ state: 'appealed', shown: true });
    const appeal = await notices.appealed(panel.a, card.id);
    expect(appeal).toMatchObject({ party: 'reporter', decision: null });
    expect(JSON.stringify(appeal)).not.toContain(reporter.pseudonym);
    const seat = seatOf(place, appeal, 'a');
    expect((await notices.judge(seat, appeal, 'vary', { measure: 'remove' })).problem.code).toBe(
      'appeal.variation_unfit',
    );
    await judged(place, card, { a: 'overturn', b: 'uphold', neutral: 'overturn' });
    const again = await desk.card(panel.a, card.id);
    expect(again).toMatchObject({ state: 'in_review', shown: true });
    expect(await notices.read(reporter, notice)).toMatchObject({ appeal: { state: 'overturned' } });
    expect((await notices.list(who)).notices).toEqual([]);
    const fresh = await moderatorsOf(test, place.dyad, ['a', 'b', 'neutral']);
    await decide(place.dyad, { a: fresh[0], b: fresh[1], neutral: fresh[2] }, again, draft({ measure: 'remove' }));
    expect(await notices.answer(reporter)).toMatchObject({ outcome: 'removed' });
    expect((await notices.list(reporter)).notices).toHaveLength(2);
  });

  it('leaves the words where they are when it is upheld; their author can take them back meanwhile', async () => {
    const place = await aPlace();
    const [kept, gone] = [await left(place), await left(place)];
    for (const one of [kept, gone]) await place.notices.appeal(one.reporter, one.notice, 'Беше извртено.', 'bg');
    const params = { dyad: place.dyad.slug, post: gone.card.content };
    await gone.who.api.call('DELETE /api/dyads/:dyad/posts/:post', { params });
    await judged(place, kept.card, all('uphold'));
    await judged(place, gone.card, all('overturn'));
    expect(await place.desk.card(place.bench.a, kept.card.id)).toMatchObject({ state: 'live', shown: true });
    const [item] = await test.database.query<{ state: string; shown: boolean }>(
      `select state, shown from moderation_item where id = $1`,
      [gone.card.id],
    );
    expect(item).toEqual({ state: 'withdrawn', shown: false });
  });
});

describe('time', () => {
  it('reminds both desks after a week, and after two decides for whoever appealed', async () => {
    const place = await aPlace(false);
    const { dyad, notices, bench } = place;
    const { who, card, notice } = await decided(place, { measure: 'remove', sanction: { kind: 'silence', days: 90 } });
    await notices.appeal(who, notice);
    expect((await notices.appealed(bench.a, card.id)).panel.state).toBe('waiting');
    const wanted = async () =>
      (
        await test.database.query<{ about: { why: string } }>(
          `select about from signal where stream = $1 and kind = 'desk.key_wanted' order by seq`,
          [`desk:${dyad.id}`],
        )
      ).filter(({ about }) => about.why === 'appeal').length;
    await atAnotherTime(test, { days: 7, minutes: 1 }, async () => {
      expect(await wanted()).toBe(1);
      expect(await notices.read(who, notice)).toMatchObject({ appeal: { state: 'open' } });
    });
    await atAnotherTime(test, { days: 14, minutes: 1 }, async () => {
      expect(await notices.read(who, notice)).toMatchObject({
        measureEnded: { by: 'appeal' },
        sanction: { ended: { by: 'appeal' } },
        appeal: { state: 'overturned', answers: [] },
      });
      expect(await readBy(place, who, card.content)).toBe('words');
    });
  });

  it('never gives back what endangers people: it goes on asking, every day', async () => {
    const place = await aPlace(false);
    const { dyad, notices } = place;
    const { who, notice, card } = await decided(place, { measure: 'remove', reason: 'THREAT' });
    await notices.appeal(who, notice);
    for (const days of [14, 15, 16])
      await atAnotherTime(test, { days, minutes: 5 * (days - 13) }, async () => {
        expect(await notices.read(who, notice)).toMatchObject({ measureEnded: null, appeal: { state: 'open' } });
      });
    const rows = await test.database.query(
      `select 1 from signal where stream = $1 and kind = 'desk.key_wanted' and about->>'item' = $2 and about->>'why' = 'appeal'`,
      [`desk:${dyad.id}`, card.id],
    );
    expect(rows).toHaveLength(4);
  });
});

describe('both sides', () => {
  it('MOD-38: have the same heard of them, whichever side wrote and whichever decided first', async () => {
    const run = async (side: 'a' | 'b') => {
      const place = await aPlace();
      const mirrored = side === 'a' ? place : { ...place, panel: swapped(place.panel), bench: swapped(place.bench) };
      const { who, card, notice } = await decided(
        mirrored,
        { measure: 'remove', sanction: { kind: 'silence', days: 5 } },
        side,
      );
      await place.notices.appeal(who, notice, 'Мислам дека беше погрешно.', side === 'a' ? 'bg' : 'mk');
      await judged(mirrored, card, { a: 'uphold', b: 'overturn', neutral: 'overturn' });
      const { state, shown } = await place.desk.card(place.bench.a, card.id);
      const told = await place.notices.read(who, notice);
      return { state, shown, appeal: told.appeal?.state, answers: told.appeal?.answers.length };
    };
    expect(await run('a')).toEqual(await run('b'));
  });

  const swapped = ({ a, b, neutral }: Bench): Bench => ({ a: b, b: a, neutral });
});
