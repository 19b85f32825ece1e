import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SanctionKind } from '../../shared/moderation/decision-classes.rules.js';
import { sanctionRules, strikeDays } from '../../shared/moderation/sanctions.rules.js';
import { Sanctions } from '../../server/modules/moderation/sanctions/sanctions.service.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad, member, signInAgain, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { edit, makeDocument, writersAreDrafters, type Editor } from '../support/documents.js';
import { openThread, openTopic, write, type TestTopic } from '../support/forum.js';
import { connect, until, type Live } from '../support/live.js';
import { deskOf, timePassed, type TestDesk } from '../support/moderation.js';

let test: TestApp;
let dyad: TestDyad;
let topic: TestTopic;
let desk: TestDesk;
let ofA: TestMember;
let thread: string;
let topicId: string;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  writersAreDrafters(test);
  ofA = await member(test, dyad, { side: 'a', roles: ['citizen', 'moderator'] });
  topic = await openTopic(test, dyad, 'water', 'post');
  thread = (await openThread(test, topic, ofA)).thread;
  desk = deskOf(dyad);
  const [row] = await test.database.query<{ id: string }>(`select id from topic where slug = 'water'`);
  topicId = row?.id ?? '';
});
afterAll(() => test.close());

const here = () => ({ params: { dyad: dyad.slug } });
const drafter = (side: 'a' | 'b' = 'b') => member(test, dyad, { side, roles: ['citizen', 'drafter'] });

/** So much later, until it is now again; whoever is still to do something signs in anew. */
async function later(shift: { days: number; minutes?: number }, who: TestMember, act: () => Promise<void>) {
  test.clock.advance(shift);
  try {
    await signInAgain(test, who);
    await act();
  } finally {
    test.clock.advance({ days: -shift.days, minutes: -(shift.minutes ?? 0) });
    await signInAgain(test, who);
  }
}

/** A decision about somebody's words, which sanctions can belong to: its statement, and the item. */
async function decisionAbout(who: TestMember): Promise<{ statementId: string; itemId: string }> {
  const { post } = await openThread(test, topic, who);
  const held = await desk.hold(ofA, post);
  await desk.release(ofA, held.answer);
  const [row] = await test.database.query<{ statementId: string; itemId: string }>(
    `select s.id as "statementId", s.item_id as "itemId" from moderation_statement s
     join moderation_item i on i.id = s.item_id where i.content_id = $1`,
    [post],
  );
  if (!row) throw new Error('A hold without its reasons');
  return row;
}

interface Imposed {
  readonly itemId: string;
  readonly statementId: string;
}

async function impose(who: TestMember, kind: SanctionKind, days: number | null = null): Promise<Imposed> {
  const about = await decisionAbout(who);
  await test.app
    .get(UnitOfWork)
    .run({ dyadId: dyad.id }, (tx) =>
      test.app
        .get(Sanctions)
        .impose(tx, { dyadId: dyad.id, memberId: who.id, kind, days, ...about, at: test.clock.now() }),
    );
  return about;
}

const lift = ({ itemId }: Imposed) =>
  test.app.get(UnitOfWork).run({ dyadId: dyad.id }, (tx) => test.app.get(Sanctions).lift(tx, itemId, 'appeal'));

const tries = async ({ api }: TestMember) => {
  const { problem, status } = await api.try('POST /api/dyads/:dyad/threads/:thread/posts', {
    params: { dyad: dyad.slug, thread },
    body: { text: 'Реката е чиста.', language: 'mk' },
  });
  return status === 201 || status === 200 ? 'written' : problem;
};
/** What becomes of writing and of reading, within a second. */
const soonWrites = (who: TestMember, said: string) =>
  until(async () => {
    const answer = await tries(who);
    return (answer === 'written' ? answer : answer.code) === said;
  }, 1_000);
const soonReads = (who: TestMember, said: string) => until(async () => (await reads(who)) === said, 1_000);

const reads = async ({ api }: TestMember) =>
  (await api.try('GET /api/dyads/:dyad/threads/:thread', { params: { dyad: dyad.slug, thread }, query: {} })).problem
    ?.code ?? 'read';
const notices = ({ api }: TestMember) => api.call('GET /api/dyads/:dyad/notices', { ...here(), query: {} });
const me = ({ api }: TestMember) => api.call('GET /api/dyads/:dyad/members/me', here());

describe('somebody who is silenced', () => {
  it('MOD-31: reads and does not write, and is told until when', async () => {
    const who = await drafter();
    const own = await write(who, dyad, thread, 'Пред одлуката.');
    await impose(who, 'silence', 7);
    await soonWrites(who, 'access.silenced');
    const refused = await tries(who);
    expect(refused).toMatchObject({ code: 'access.silenced', status: 403 });
    const { restriction } = await me(who);
    expect(refused).toMatchObject({ params: { until: restriction.silencedUntil } });
    await soonReads(who, 'read');
    const params = { params: { dyad: dyad.slug, post: own.id } };
    expect((await who.api.try('DELETE /api/dyads/:dyad/posts/:post', params)).status).toBeLessThan(300);
    const renamed = await who.api.try('PUT /api/dyads/:dyad/members/me/pseudonym', {
      ...here(),
      body: { pseudonym: 'Another name' },
    });
    expect(renamed.problem.code).toBe('access.silenced');
  });

  it('writes again when the time is over, by the clock alone', async () => {
    const who = await drafter();
    await impose(who, 'silence', 1);
    await impose(who, 'silence', 3);
    await later({ days: 2 }, who, async () => {
      await soonWrites(who, 'access.silenced');
    });
    await later({ days: 3, minutes: 1 }, who, async () => {
      // Whoever notes it may not have been there yet.
      await soonWrites(who, 'written');
      await timePassed(test);
    });
    const rows = await test.database.query<{ by: string }>(
      `select ended_by as by from moderation_sanction where member_id = $1`,
      [who.id],
    );
    expect(rows).toEqual([{ by: 'time' }, { by: 'time' }]);
  });

  it('says so in their own language, in words', async () => {
    const who = await drafter();
    await impose(who, 'silence', 7);
    await soonWrites(who, 'access.silenced');
    const browser = test.visitor('bg');
    browser.cookie = who.api.cookie;
    const { problem } = await browser.try('POST /api/dyads/:dyad/threads/:thread/posts', {
      params: { dyad: dyad.slug, thread },
      body: { text: 'Реката е чиста.', language: 'mk' },
    });
    expect(problem.detail).toMatch(/^До .*UTC.* можете да четете тук, но не и да пишете\./);
    expect(problem.detail).not.toMatch(/\d{4}-\d\d/);
  });
});

describe('somebody who is suspended or excluded', () => {
  it.each([
    ['suspend', 30, 'access.suspended'],
    ['ban', null, 'access.banned'],
  ] as const)('MOD-31: has what is public and what is theirs: %s', async (kind, days, code) => {
    const who = await drafter();
    await impose(who, kind, days);
    await soonReads(who, code);
    await soonWrites(who, code);
    expect((await who.api.try('GET /api/dyads/:dyad', here())).status).toBe(200);
    expect((await who.api.try('GET /api/dyads/:dyad/charter', { ...here(), query: {} })).status).toBe(200);
    expect((await me(who)).restriction).toMatchObject({ isBanned: kind === 'ban' });
    expect((await notices(who)).notices).toHaveLength(1);
  });

  it('comes back when it is over', async () => {
    const who = await drafter();
    const about = await impose(who, 'ban');
    await soonReads(who, 'access.banned');
    await lift(about);
    await soonReads(who, 'read');
  });
});

describe('open connections', () => {
  const opened: (Live | Editor)[] = [];
  const follow = async (who: TestMember): Promise<Live> => {
    const live = await connect(test, who);
    opened.push(live);
    for (const stream of [`topic:${topicId}`, `member:${who.id}`])
      expect((await live.follow(dyad.slug, stream)).failure).toBeUndefined();
    return live;
  };
  const open = async (who: TestMember, document: string): Promise<Editor> => {
    const editor = edit(test, who, document);
    opened.push(editor);
    await editor.synced();
    return editor;
  };
  afterAll(() => opened.forEach((one) => one.close()));
  const ended = (live: Live) => live.told.filter(({ event }) => event === 'ended').map(({ about }) => about);

  it('MOD-31: of a suspended member end within a second, but for what is said to them alone', async () => {
    const who = await drafter();
    const live = await follow(who);
    const about = await decisionAbout(who);
    await test.app.get(UnitOfWork).run({ dyadId: dyad.id }, (tx) =>
      test.app.get(Sanctions).impose(tx, {
        dyadId: dyad.id,
        memberId: who.id,
        kind: 'suspend',
        days: 10,
        ...about,
        at: test.clock.now(),
      }),
    );
    await until(() => ended(live).length > 0, 1_000);
    expect(ended(live)).toEqual([{ stream: `topic:${topicId}`, code: 'access.suspended' }]);
    expect((await live.follow(dyad.slug, `topic:${topicId}`)).failure?.code).toBe('access.suspended');
    live.signals.length = 0;
    await lift({ ...about });
    await decisionAbout(who);
    await until(() => live.signals.some(({ kind }) => kind === 'notice.changed'));
    const [signal] = live.signals.filter(({ kind }) => kind === 'notice.changed');
    expect(Object.keys(signal?.about ?? {})).toEqual(['notice']);
    expect(signal).not.toHaveProperty('view');
  });

  it('MOD-31: of a silenced member go on reading, and show no typing', async () => {
    const [who, other] = [await drafter(), await drafter('a')];
    const [live, listening] = [await follow(who), await follow(other)];
    await impose(who, 'silence', 3);
    const stream = `topic:${topicId}`;
    await soonWrites(who, 'access.silenced');
    expect((await live.send('typing.show', { dyad: dyad.slug, stream })).failure?.code).toBe('access.silenced');
    await write(other, dyad, thread, 'Се слуша.');
    await until(() => live.signals.some(({ kind }) => kind === 'post.published'));
    expect(listening.told.some(({ event }) => event === 'typing')).toBe(false);
    expect(ended(live)).toEqual([]);
  });

  it('MOD-31: of documents become read only within a second, and are written in again when it is over', async () => {
    const document = await makeDocument(test, dyad);
    const [who, other] = [await drafter('b'), await drafter('a')];
    const [one, two] = [await open(who, document), await open(other, document)];
    await until(() => one.roles.includes('write'));
    const about = await impose(who, 'silence', 1);
    await until(() => one.roles.at(-1) === 'read', 1_000);
    one.type('Доцна. ');
    two.type('Навреме. ');
    await until(() => one.text().includes('Навреме.'));
    expect(two.text()).toBe('Навреме. ');
    await lift(about);
    await until(() => one.roles.at(-1) === 'write', 1_000);
  });

  it('MOD-31: of documents end within a second when the member is suspended', async () => {
    const document = await makeDocument(test, dyad);
    const who = await drafter('a');
    const one = await open(who, document);
    await impose(who, 'suspend', 8);
    await until(() => one.closed.includes(4403), 1_000);
  });
});

describe('a warning', () => {
  const acknowledge = ({ api }: TestMember, notice: string) =>
    api.try('POST /api/dyads/:dyad/notices/:notice/acknowledgement', { params: { dyad: dyad.slug, notice } });

  it('lets its reader write when they have said that they read it, and nobody else can say so', async () => {
    const [who, other] = [await drafter(), await drafter('a')];
    const { statementId } = await impose(who, 'warning');
    await soonWrites(who, 'access.warning_unread');
    expect((await acknowledge(other, statementId)).status).toBe(404);
    await soonWrites(who, 'access.warning_unread');
    expect((await notices(who)).notices).toMatchObject([{ id: statementId, isRead: false }]);
    await acknowledge(who, statementId);
    await soonWrites(who, 'written');
    expect((await notices(who)).unread).toBe(0);
  });

  it('holds back nobody after it was read, also while the database passes no word on', async () => {
    const who = await drafter();
    const { statementId } = await impose(who, 'warning');
    expect(await tries(who)).toMatchObject({ code: 'access.warning_unread' });
    await test.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
    );
    await acknowledge(who, statementId);
    expect(await tries(who)).toBe('written');
  });

  it('is not lost when another decision falls in the moment in which it is read', async () => {
    const who = await drafter();
    const { statementId } = await impose(who, 'warning');
    const about = await decisionAbout(who);
    const another = test.app
      .get(UnitOfWork)
      .run({ dyadId: dyad.id }, (tx) =>
        test.app
          .get(Sanctions)
          .impose(tx, { dyadId: dyad.id, memberId: who.id, kind: 'silence', days: 2, ...about, at: test.clock.now() }),
      );
    await Promise.all([another, acknowledge(who, statementId)]);
    const { restriction } = await me(who);
    expect(restriction).toMatchObject({ hasUnreadWarning: false });
    expect(restriction.silencedUntil).not.toBeNull();
  });
});

describe('strikes', () => {
  it('count by the table and expire, each by itself', async () => {
    const who = await drafter();
    await impose(who, 'warning');
    const about = await decisionAbout(who);
    const silence = { dyadId: dyad.id, memberId: who.id, kind: 'silence', days: 2, ...about } as const;
    await test.app
      .get(UnitOfWork)
      .run({ dyadId: dyad.id }, (tx) =>
        test.app.get(Sanctions).impose(tx, { ...silence, at: test.clock.in({ days: 10 }) }),
      );
    const both = await notices(who);
    expect(both.strikes.weight).toBe(sanctionRules.warning.strike + sanctionRules.silence.strike);
    await later({ days: strikeDays + 1 }, who, async () => {
      expect((await notices(who)).strikes).toEqual({ weight: sanctionRules.silence.strike, until: both.strikes.until });
    });
    await later({ days: strikeDays + 11 }, who, async () => {
      expect((await notices(who)).strikes).toEqual({ weight: 0, until: null });
      await timePassed(test);
    });
    const rows = await test.database.query(
      `select 1 from moderation_sanction where member_id = $1 and strike_ended_at is not null`,
      [who.id],
    );
    expect(rows).toHaveLength(2);
  });

  it('count no more when the decision does not stand', async () => {
    const who = await drafter();
    const about = await impose(who, 'suspend', 20);
    expect((await notices(who)).strikes.weight).toBe(sanctionRules.suspend.strike);
    await lift(about);
    expect((await notices(who)).strikes.weight).toBe(0);
  });
});

describe('both sides', () => {
  it('MOD-38: are restricted alike: the same sanctions refuse the same, for as long', async () => {
    const felt = async (side: 'a' | 'b') => {
      const who = await drafter(side);
      const seen: unknown[] = [];
      for (const { kind, days, said } of [
        { kind: 'note', days: null, said: 'written' },
        { kind: 'warning', days: null, said: 'access.warning_unread' },
        { kind: 'silence', days: 5, said: 'access.silenced' },
        { kind: 'suspend', days: 9, said: 'access.suspended' },
        { kind: 'ban', days: null, said: 'access.banned' },
      ] as const) {
        await impose(who, kind, days);
        await soonWrites(who, said);
        seen.push([kind, await reads(who), (await notices(who)).strikes.weight]);
      }
      return seen;
    };
    expect(await felt('a')).toEqual(await felt('b'));
  });
});
