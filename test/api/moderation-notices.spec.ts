import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SanctionKind } from '../../shared/moderation/decision-classes.rules.js';
import { lasting } from '../../shared/moderation/decision-classes.rules.js';
import { dsaStatement } from '../../shared/moderation/statement-of-reasons/dsa-statement.schema.js';
import { applicationDataSource } from '../../server/platform/database/data-source.js';
import { tables } from '../../server/tables.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openTopic, type TestTopic } from '../support/forum.js';
import { connect, until } from '../support/live.js';
import { atAnotherTime, deskOf, moderatorsOf, type Draft, type TestDesk } from '../support/moderation.js';
import { decide, noticesOf, publishedBy, reportItem, type Bench } from '../support/notices.js';

let test: TestApp;
let dyad: TestDyad;
let topic: TestTopic;
let bench: Bench;
let desk: TestDesk;
let notices: ReturnType<typeof noticesOf>;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  topic = await openTopic(test, dyad, 'water', 'post');
  const [a, b, neutral] = await moderatorsOf(test, dyad, ['a', 'b', 'neutral']);
  bench = { a, b, neutral };
  desk = deskOf(dyad);
  notices = noticesOf(dyad);
});
afterAll(() => test.close());

const citizen = (side: 'a' | 'b' = 'b') => member(test, dyad, { side });
const facts = { bg: 'В текста има обида.', mk: 'Во текстот има навреда.' };
const draft = (change: Draft): Draft => ({ measure: null, reason: 'HARASS', facts, ...change });

/** A decision about something that somebody wrote. */
async function decided(who: TestMember, change: Draft, text?: string) {
  return decide(dyad, bench, await publishedBy(test, topic, who, bench.a, text), draft(change));
}

const decisions: readonly (readonly [string, Draft])[] = [
  ['remove', { measure: 'remove', article: 1 }],
  ['redact', { measure: 'redact', passages: ['чиста'] }],
  ['lock_thread', { measure: 'lock_thread' }],
  ['note', { sanction: { kind: 'note' } }],
  ['warning', { sanction: { kind: 'warning' } }],
  ['silence', { sanction: { kind: 'silence', days: 3 } }],
  ['suspend', { sanction: { kind: 'suspend', days: 30 } }],
  ['ban', { sanction: { kind: 'ban' } }],
  ['remove and silence', { measure: 'remove', sanction: { kind: 'silence', days: 7 } }],
];

describe('MOD-19: a decision', () => {
  it.each(decisions)('is told to whom it is about, in their own language, with its reasons: %s', async (_, change) => {
    const who = await citizen();
    const live = await connect(test, who);
    await live.follow(dyad.slug, `member:${who.id}`);
    await decided(who, change);
    await until(() => live.signals.some(({ kind }) => kind === 'notice.changed'));
    live.close();
    const told = await notices.decision(who);
    expect(told).toMatchObject({
      measure: change.measure ?? null,
      reason: 'HARASS',
      reasonVersion: 1,
      policyVersion: 1,
      article: change.article ?? null,
      facts,
      source: 'own',
      detectedAutomatically: false,
      decidedBy: change.sanction?.kind === 'note' ? 'key' : 'keys',
      isRead: false,
      appeal: null,
      words: { language: 'bg', passages: change.passages ?? [] },
    });
    expect(told.facts).toHaveProperty('mk');
    expect(told.appealableUntil).not.toBeNull();
    expect(JSON.stringify(told)).not.toMatch(
      new RegExp([bench.a, bench.b].map(({ id, pseudonym }) => `${id}|${pseudonym}`).join('|')),
    );
    if (!change.sanction) return expect(told.sanction).toBeNull();
    const { kind, days = null } = change.sanction as { kind: SanctionKind; days?: number };
    expect(told.sanction).toMatchObject({ kind, days, ended: null, acknowledged: kind === 'warning' ? false : null });
    expect(told.sanction?.endsAt === null).toBe(!lasting.has(kind));
    return undefined;
  });

  it('is told to nobody else', async () => {
    const [who, other] = [await citizen(), await citizen('a')];
    await decided(who, { sanction: { kind: 'note' } });
    const { id } = await notices.decision(who);
    const at = { params: { dyad: dyad.slug, notice: id } };
    for (const stranger of [other, bench.a]) {
      expect((await stranger.api.try('GET /api/dyads/:dyad/notices/:notice', at)).status).toBe(404);
      expect((await notices.statement(stranger, id)).status).toBe(404);
      expect((await notices.acknowledge(stranger, id)).status).toBe(404);
      expect((await notices.list(stranger)).notices).toEqual([]);
    }
  });

  it('is not possible without reasons, whatever the application believes', async () => {
    const who = await citizen();
    const card = await publishedBy(test, topic, who, bench.a);
    await desk.propose(bench.a, card, draft({ sanction: { kind: 'silence', days: 3 } }));
    await expect(
      test.database.query(`update moderation_proposal set state = 'enacted', closed_at = now() where item_id = $1`, [
        card.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'moderation_reasons_given' });
    const row = [dyad.id, who.id, card.id];
    await expect(
      test.database.query(
        `insert into moderation_sanction (id, dyad_id, member_id, item_id, kind, starts_at, strike)
         values (gen_random_uuid(), $1, $2, $3, 'note', now(), 0)`,
        row,
      ),
    ).rejects.toMatchObject({ code: '23502', column: 'statement_id' });
  });

  it('gives reasons that nobody rewrites', async () => {
    const source = await applicationDataSource(test.database.url, tables).initialize();
    try {
      for (const change of [
        `update moderation_statement set reason = 'SPAM'`,
        `update moderation_statement set facts = '{}'`,
        `delete from moderation_statement`,
        `update moderation_sanction set ends_at = now()`,
        `update moderation_sanction set kind = 'note'`,
        `delete from moderation_sanction`,
        `update moderation_report_answer set outcome = 'no_breach'`,
        `update moderation_appeal set words = ''`,
      ])
        await expect(source.query(change), change).rejects.toMatchObject({ code: '42501' });
    } finally {
      await source.destroy();
    }
  });
});

describe('a hold', () => {
  it('MOD-19: has its reasons as well, and says when it is over', async () => {
    const who = await citizen();
    const card = await publishedBy(test, topic, who, bench.a);
    await desk.hold(bench.a, card.content);
    const held = await notices.decision(who);
    expect(held).toMatchObject({
      measure: 'hold',
      decidedBy: 'key',
      reason: 'OFFTOPIC',
      note: 'Ве молиме, за училиштето.',
      facts: {},
      measureEnded: null,
      appealableUntil: null,
    });
    expect((await notices.appeal(who, held.id)).problem.code).toBe('appeal.not_possible');
    await atAnotherTime(test, { hours: 25 }, async () => {
      expect((await notices.decision(who)).measureEnded).toMatchObject({ by: 'time' });
    });
  });

  it('that a decision takes the place of is over with it', async () => {
    const who = await citizen();
    const card = await publishedBy(test, topic, who, bench.a);
    const held = (await desk.hold(bench.a, card.content)).answer;
    const first = await notices.decision(who);
    await decide(dyad, bench, held, draft({ measure: 'remove' }));
    expect(await notices.read(who, first.id)).toMatchObject({ measureEnded: { by: 'decision' } });
    expect(await notices.decision(who)).toMatchObject({ measure: 'remove', measureEnded: null });
  });
});

describe('MOD-20: the statement of reasons', () => {
  it.each(decisions)('is taken away by whom it is about, as the DSA database takes it: %s', async (name, change) => {
    const who = await citizen();
    await decided(who, change, 'Реката е чиста. Кој вели друго, лаже.');
    const told = await notices.decision(who);
    const { status, answer, headers } = await notices.statement(who, told.id);
    const restricts = name !== 'note' && name !== 'warning';
    expect([status, told.hasStatement]).toEqual([restricts ? 200 : 404, restricts]);
    if (!restricts) return;
    const file = dsaStatement.parse(answer);
    expect(file).toMatchObject({
      puid: told.id,
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
      automated_detection: 'No',
      source_type: 'SOURCE_VOLUNTARY',
      content_language: 'BG',
      category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE',
    });
    expect(headers['content-disposition']).toMatch(/attachment/);
    const text = JSON.stringify(file);
    for (const word of [who.pseudonym, 'обида', 'навреда', 'Реката', bench.a.pseudonym])
      expect(text).not.toContain(word);
  });

  it('names the article where one was meant, and the charter where none was', async () => {
    const ground = async (change: Draft) => {
      const who = await citizen();
      await decided(who, change);
      const { answer } = await notices.statement(who, (await notices.decision(who)).id);
      return dsaStatement.parse(answer).incompatible_content_ground;
    };
    expect(await ground({ measure: 'remove', article: 1 })).toBe('Charter of the dialogue, version 1, article 1');
    expect(await ground({ measure: 'remove' })).toBe('Charter of the dialogue, version 1');
  });
});

describe('MOD-35: machines', () => {
  it('decide nothing but the hold of spam: the database has no such row', async () => {
    const who = await citizen();
    await decided(who, { measure: 'remove', sanction: { kind: 'silence', days: 2 } });
    const machine = (change: string) =>
      test.database.query(
        `insert into moderation_statement select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(),
           'decided_by', 'machine') || $2::jsonb)).* from moderation_statement s where member_id = $1 limit 1`,
        [who.id, change],
      );
    const none = { event_id: '00000000-0000-4000-8000-000000000000' };
    for (const change of [
      {},
      { reason: 'SPAM' },
      { reason: 'SPAM', sanction: null, sanction_days: null },
      { measure: 'hold' },
      { measure: 'hold', reason: 'HATE', sanction: null },
      { measure: null, reason: 'SPAM' },
    ])
      await expect(machine(JSON.stringify({ ...none, ...change }))).rejects.toMatchObject({
        constraint: 'moderation_statement_of_people',
      });
    // The one that there may be fails for another reason: this event is none.
    await expect(
      machine(JSON.stringify({ ...none, measure: 'hold', reason: 'SPAM', sanction: null, sanction_days: null })),
    ).rejects.toMatchObject({ constraint: 'moderation_statement_event' });
  });
});

describe('MOD-21: what a decision said', () => {
  it('is read as it was when the template that it came from has other words now', async () => {
    const here = { params: { dyad: dyad.slug } };
    const texts = (topicOf: string) => ({ bg: `Темата е ${topicOf}.`, mk: `Темата е ${topicOf}.` });
    const template = await bench.a.api.call('POST /api/dyads/:dyad/desk-templates', {
      ...here,
      body: { reason: 'OFFTOPIC', title: texts('х'), text: texts('водата') },
    });
    const at = { params: { dyad: dyad.slug, template: template.id } };
    const key = (version: number, who: TestMember) =>
      who.api.call('POST /api/dyads/:dyad/desk-templates/:template/versions/:version/keys', {
        params: { ...at.params, version },
      });
    const inForce = (await key(1, bench.b)).inForce;
    const who = await citizen();
    await decided(who, { measure: 'remove', reason: 'OFFTOPIC', facts: inForce?.text ?? {} });
    const before = await notices.decision(who);
    await bench.b.api.call('POST /api/dyads/:dyad/desk-templates/:template/versions', {
      ...at,
      body: { title: texts('х'), text: texts('училището'), after: 1 },
    });
    expect((await key(2, bench.a)).inForce).toMatchObject({ version: 2, text: texts('училището') });
    const after = await notices.decision(who);
    expect(after).toEqual(before);
    expect(after.facts).toEqual(texts('водата'));
  });

  it('MOD-45: is refused while a gap of a template is left in it', async () => {
    const who = await citizen();
    const card = await publishedBy(test, topic, who, bench.a);
    const { problem } = await desk.propose(
      bench.a,
      card,
      draft({ measure: 'remove', facts: { bg: 'За {{topic}}.', mk: 'За водата.' } }),
    );
    expect(problem.fields).toMatchObject([{ field: 'body.facts.bg', rule: 'unfilled' }]);
    expect((await desk.card(bench.a, card.id)).state).toBe('live');
  });
});

describe('a report', () => {
  it('is answered when the case is closed: to each once, and without a word of who wrote it', async () => {
    const [who, reporter, other] = [await citizen(), await citizen('a'), await citizen('b')];
    const card = await publishedBy(test, topic, who, bench.a);
    await reportItem(dyad, reporter, card);
    await reportItem(dyad, other, card);
    const open = await desk.card(bench.a, card.id);
    expect((await notices.list(reporter)).notices).toEqual([]);
    await desk.approve(bench.a, open);
    for (const one of [reporter, other]) {
      const told = await notices.answer(one);
      expect(told).toMatchObject({ outcome: 'no_breach', isRead: false });
      expect(told.appealableUntil).not.toBeNull();
      expect(JSON.stringify(told)).not.toContain(who.pseudonym);
      expect((await notices.list(one)).notices).toHaveLength(1);
    }
    expect((await notices.list(who)).notices).toEqual([]);
  });

  it('of which something came says so, and leaves nothing to appeal against', async () => {
    const [who, reporter] = [await citizen(), await citizen('a')];
    const card = await publishedBy(test, topic, who, bench.a);
    await reportItem(dyad, reporter, card, 'HARASS');
    await decide(dyad, bench, await desk.card(bench.a, card.id), draft({ measure: 'remove' }));
    expect(await notices.answer(reporter)).toMatchObject({ outcome: 'removed', appealableUntil: null });
    expect(await notices.decision(who)).toMatchObject({ source: 'report' });
    const { answer } = await notices.statement(who, (await notices.decision(who)).id);
    expect(dsaStatement.parse(answer).source_type).toBe('SOURCE_TYPE_OTHER_NOTIFICATION');
  });

  it('of what its author took back meanwhile says that', async () => {
    const [who, reporter] = [await citizen(), await citizen('a')];
    const card = await publishedBy(test, topic, who, bench.a);
    await reportItem(dyad, reporter, card);
    await who.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post: card.content } });
    expect(await notices.answer(reporter)).toMatchObject({ outcome: 'withdrawn', appealableUntil: null });
  });
});

describe('a decision that is opened again', () => {
  it('does not stand when nothing comes of it: words, sanction and strike', async () => {
    const who = await citizen();
    const decidedCard = await decided(who, { sanction: { kind: 'suspend', days: 30 } });
    const first = await notices.decision(who);
    const reopened = await decide(dyad, bench, decidedCard, { measure: 'reopen', reason: 'HARASS', facts });
    expect(reopened.state).toBe('in_review');
    expect((await notices.list(who)).strikes.weight).toBeGreaterThan(0);
    await desk.approve(bench.b, reopened);
    expect(await notices.read(who, first.id)).toMatchObject({ sanction: { ended: { by: 'decision' } } });
    expect((await notices.list(who)).strikes.weight).toBe(0);
  });
});

describe('the list', () => {
  it('goes on where it ended, newest first', async () => {
    const who = await citizen();
    for (let count = 0; count < 23; count += 1) await decided(who, { sanction: { kind: 'note' } });
    const first = await notices.list(who);
    expect([first.notices.length, first.hasMore, first.unread]).toEqual([20, true, 23]);
    const rest = await who.api.call('GET /api/dyads/:dyad/notices', {
      params: { dyad: dyad.slug },
      query: { after: first.notices.at(-1)?.id },
    });
    expect([rest.notices.length, rest.hasMore]).toEqual([3, false]);
    const all = [...first.notices, ...rest.notices];
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(23);
  });
});
