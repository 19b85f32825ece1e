import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReasonCode } from '../../shared/moderation/reasons.js';
import type { ReportOutcome } from '../../shared/moderation/report.rules.js';
import { canonicalSnapshot, type ReportedWords } from '../../shared/moderation/report-snapshot.rules.js';
import { Invitations } from '../../server/modules/dyads/invitations.port.js';
import { EventLedger } from '../../server/modules/moderation/event-ledger.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { Retention } from '../../server/platform/retention/retention.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, translated, write } from '../support/forum.js';
import { connect } from '../support/live.js';
import { deskOf, report, stayIn, timePassed, type Draft, type TestDesk } from '../support/moderation.js';

let test: TestApp;
let dyad: TestDyad;
let desk: TestDesk;
let ana: TestMember;
let boris: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let thread: string;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  desk = deskOf(dyad);
  ana = await member(test, dyad, { side: 'a', pseudonym: 'Ана Канарче' });
  boris = await member(test, dyad, { side: 'b' });
  ofA = await member(test, dyad, { side: 'a', roles: ['citizen', 'moderator'] });
  ofB = await member(test, dyad, { side: 'b', roles: ['citizen', 'moderator'] });
  const opener = await member(test, dyad);
  thread = (await openThread(test, await openTopic(test, dyad, 'water', 'post'), opener)).thread;
});
afterAll(() => test.close());

const live = async (author: TestMember, text = 'Реката расте.'): Promise<string> =>
  (await write(author, dyad, thread, text)).id;
const read = (who: TestMember, post: string) =>
  who.api.try('GET /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } });
const mine = async (who: TestMember, query: { limit?: number; before?: string } = {}) =>
  who.api.call('GET /api/dyads/:dyad/reports/mine', { params: { dyad: dyad.slug }, query });
const reviewed = (post: string) => desk.cardOf(ofA, post, 'in_review');
const revise = (author: TestMember, post: string, text: string, revision: number) =>
  author.api.call('PUT /api/dyads/:dyad/posts/:post', {
    params: { dyad: dyad.slug, post },
    body: { text, language: author.side === 'b' ? 'mk' : 'bg', revision },
  });

/** So many people of a side; they have nothing to do with each other. */
const crowd = (count: number, side: 'a' | 'b' = 'a'): Promise<TestMember[]> =>
  Promise.all(Array.from({ length: count }, () => member(test, dyad, { side })));

describe('POST /api/dyads/:dyad/reports/:kind/:content', () => {
  it('gives a receipt, and brings the post to the desk while everybody goes on reading it', async () => {
    const post = await live(boris);
    const { status, answer } = await report(ana, dyad, post, 'MISQUOTE', '  Не казах това.\u202e ');
    expect(status).toBe(201);
    expect(answer).toMatchObject({
      kind: 'post',
      content: post,
      place: thread,
      reason: 'MISQUOTE',
      words: 'Не казах това.',
      state: 'received',
    });
    expect(answer).toMatchObject({ outcome: null, decidedOn: null });
    expect((await read(ana, post)).answer).toMatchObject({ state: 'live', body: [{}] });
    expect(await reviewed(post)).toMatchObject({ state: 'in_review', shown: true });
  });

  it('is refused for words of one’s own, for what is not shown, and to whom the dialogue is not open', async () => {
    const own = await live(boris);
    expect((await report(boris, dyad, own)).problem.code).toBe('access.own_item');
    expect((await report(ana, dyad, randomUUID())).problem.code).toBe('request.not_found');
    const pre = await openThread(test, await openTopic(test, dyad, 'school', 'pre'), ofA);
    const waiting = (await write(boris, dyad, pre.thread, 'Чека')).id;
    expect((await report(ana, dyad, waiting)).problem.code).toBe('request.not_found');
    const held = await live(boris);
    await desk.hold(ofA, held);
    expect((await report(ana, dyad, held)).problem.code).toBe('request.not_found');
    const stranger = await member(test, await foundDyad(test, 'valley'));
    expect((await report(stranger, { ...dyad, slug: 'valley' }, own)).problem.code).toBe('request.not_found');
    expect((await report(stranger, dyad, own)).status).toBe(403);
    const silent = await member(test, dyad, { consented: false });
    expect((await report(silent, dyad, own)).problem.code).toBe('charter.consent_needed');
  });

  it('needs a reason from the list, and not too many words', async () => {
    const post = await live(boris);
    const wrong = await report(ana, dyad, post, 'BORING' as ReasonCode);
    expect(wrong.problem.fields[0]).toMatchObject({ field: 'body.reason', rule: 'not_one_of' });
    const long = await report(ana, dyad, post, 'SPAM', 'я'.repeat(1001));
    expect(long.problem.fields[0]).toMatchObject({ field: 'body.words', rule: 'too_long' });
  });

  it('gives the same receipt to a repeated request', async () => {
    const post = await live(boris);
    const input = {
      params: { dyad: dyad.slug, kind: 'post' as const, content: post },
      body: { reason: 'SPAM' as const },
    };
    const key = randomUUID();
    const send = () => ana.api.call('POST /api/dyads/:dyad/reports/:kind/:content', input, { key });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
  });

  it('MOD-04: takes one report of each person, also of two at the same moment', async () => {
    const post = await live(boris);
    const statuses = (await Promise.all([report(ana, dyad, post), report(ana, dyad, post, 'SPAM')])).map(
      ({ status, problem }) => problem.code ?? status,
    );
    expect(statuses.toSorted()).toEqual([201, 'report.given']);
    const [row] = await test.database.query<{ reports: number }>(
      `select count(*)::int as reports from moderation_report r join moderation_item i on i.id = r.item_id where i.content_id = $1`,
      [post],
    );
    expect(row?.reports).toBe(1);
  });

  it('MOD-04: fifty reports hide nothing; the post comes first in its list', async () => {
    const [post, other] = [await live(boris), await live(boris)];
    await report(ana, dyad, other, 'SPAM');
    const priorities: number[] = [];
    for (const [number, reader] of (await crowd(50)).entries()) {
      expect((await report(reader, dyad, post, 'SPAM')).status).toBe(201);
      if (number % 10 === 9) priorities.push((await reviewed(post)).priority);
    }
    expect(priorities).toEqual([...new Set(priorities)].toSorted((one, next) => one - next));
    expect((await read(ana, post)).answer).toMatchObject({ state: 'live', body: [{}] });
    const list = await desk.cards(ofB, 'in_review');
    expect(list).toEqual(await desk.cards(ofA, 'in_review'));
    const place = (content: string) => list.findIndex((card) => card.content === content);
    expect(place(post)).toBeLessThan(place(other));
    expect(list[place(post)]?.reports).toMatchObject({
      open: 50,
      groups: [{ reason: 'SPAM', side: 'a', reports: 50 }],
    });
  });

  it('a report of the safety set alarms: no single key says that it was nothing', async () => {
    const [grave, light] = [await live(boris), await live(boris)];
    await report(ana, dyad, grave, 'THREAT');
    await report(ana, dyad, light, 'OFFTOPIC');
    expect((await desk.approve(ofB, await reviewed(grave))).problem.code).toBe('moderation.step_not_possible');
    expect((await desk.approve(ofB, await reviewed(light))).answer.state).toBe('live');
    const list = await desk.cards(ofA, 'in_review');
    expect(list[0]?.content).not.toBe(light);
    expect((await reviewed(grave)).priority).toBeGreaterThan(8);
  });
});

describe('MOD-03: what was reported', () => {
  it('MOD-03: is what the desk shows, though it was changed afterwards', async () => {
    const post = await live(boris, 'Прва *верзија*');
    await translated(test);
    await report(ana, dyad, post, 'HARASS');
    await revise(boris, post, 'Ништо лошо', 1);
    await report(ofA, dyad, post, 'HARASS');
    await translated(test);
    const card = await reviewed(post);
    expect(JSON.stringify(card.body)).toContain('Ништо лошо');
    expect(card.revision).toBe(2);
    const [newest, first] = card.reports.versions;
    expect(first).toMatchObject({ revision: 1, reports: 1, words: { language: 'mk' } });
    expect(JSON.stringify(first?.words?.body)).toContain('верзија');
    expect(JSON.stringify(first?.words?.body)).toContain('emphasis');
    expect(first?.words?.translations).toMatchObject([{ language: 'bg', status: 'machine', engine: 'pseudo' }]);
    expect(newest).toMatchObject({ revision: 2, reports: 1 });
  });

  it('MOD-03: is kept with the hash of exactly these words and translations, which nobody can change', async () => {
    const post = await live(boris, 'Ова го кажав.');
    await translated(test);
    await report(ana, dyad, post);
    const { versions } = (await reviewed(post)).reports;
    const [row] = await test.database.query<{ words: ReportedWords; hash: Buffer; revision: number }>(
      `select s.words, s.hash, s.revision from moderation_report_snapshot s join moderation_item i on i.id = s.item_id
       where i.content_id = $1`,
      [post],
    );
    if (!row) throw new Error('no snapshot');
    expect(row.words.translations).toHaveLength(1);
    const told = canonicalSnapshot({ kind: 'post', content: post, revision: row.revision, words: row.words });
    expect(createHash('sha256').update(told).digest('hex')).toBe(versions[0]?.hash);
    const rights = await test.database.query<{ column: string }>(
      `select column_name as column from information_schema.column_privileges
       where grantee = 'entente_app' and privilege_type = 'UPDATE' and table_name in ('moderation_report', 'moderation_report_snapshot')`,
    );
    expect(new Set(rights.map(({ column }) => column))).toEqual(new Set(['words', 'outcome', 'closed_at']));
  });

  it('is one snapshot for all who read the same', async () => {
    const post = await live(boris);
    await translated(test);
    for (const reader of [ana, ofA, ofB]) await report(reader, dyad, post);
    expect((await reviewed(post)).reports.versions).toMatchObject([{ reports: 3 }]);
  });
});

describe('who reported', () => {
  it('is known to nobody, not even at the desk: only reasons, sides and what they wrote', async () => {
    const post = await live(boris);
    const { answer } = await report(ana, dyad, post, 'SPAM', 'Трети път днес.');
    await report(ofB, dyad, post, 'SPAM', 'Пак истото.');
    await report(ofA, dyad, post, 'THREAT');
    const card = await reviewed(post);
    expect(card.reports.groups).toMatchObject([
      { reason: 'THREAT', side: 'a', reports: 1, words: [] },
      { reason: 'SPAM', side: 'a', reports: 1, words: ['Трети път днес.'] },
      { reason: 'SPAM', side: 'b', reports: 1, words: ['Пак истото.'] },
    ]);
    const seen = [
      card,
      await ofB.api.try('GET /api/dyads/:dyad/desk/:item/context', { params: { dyad: dyad.slug, item: card.id } }),
      await ofB.api.try('GET /api/dyads/:dyad/desk/:item/precedents', { params: { dyad: dyad.slug, item: card.id } }),
      await read(boris, post),
      await boris.api.try('GET /api/dyads/:dyad/posts/mine', { params: { dyad: dyad.slug } }),
      await mine(boris),
      await mine(ofB),
    ];
    for (const trace of [ana.pseudonym, ana.id, ana.accountId, answer.id])
      expect(JSON.stringify(seen)).not.toContain(trace);
  });

  it('takes no part in the decision', async () => {
    const post = await live(boris);
    await report(ofA, dyad, post);
    const [row] = await test.database.query<{ rule: string | null; other: string | null }>(
      `select moderation_conflict(id, $2, now()) as rule, moderation_conflict(id, $3, now()) as other
       from moderation_item where content_id = $1`,
      [post, ofA.id, ofB.id],
    );
    expect(row).toEqual({ rule: 'reporter', other: null });
  });
});

describe('GET /api/dyads/:dyad/reports/mine', () => {
  const states = async (who: TestMember) =>
    Object.fromEntries((await mine(who)).reports.map(({ content, state, outcome }) => [content, [state, outcome]]));

  it('says how far each report has come, and what became of it', async () => {
    const reader = await member(test, dyad);
    const posts = await Promise.all(['1', '2', '3', '4', '5'].map((text) => live(boris, text)));
    const [fresh = '', claimed = '', published = '', held = '', withdrawn = ''] = posts;
    for (const post of posts) await report(reader, dyad, post);
    await ofB.api.call('POST /api/dyads/:dyad/desk/:item/claim', {
      params: { dyad: dyad.slug, item: (await reviewed(claimed)).id },
    });
    await desk.approve(ofB, await reviewed(published));
    await desk.hold(ofB, held);
    await boris.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post: withdrawn } });
    expect(await states(reader)).toEqual({
      [fresh]: ['received', null],
      [claimed]: ['under_review', null],
      [published]: ['decided', 'no_breach'],
      [held]: ['under_review', null],
      [withdrawn]: ['decided', 'withdrawn'],
    });
    test.clock.advance({ hours: 25 });
    await stayIn(test);
    await timePassed(test);
    expect((await states(reader))[held]).toEqual(['decided', 'undecided']);
    test.clock.advance({ hours: -25 });
    expect(await states(ana)).not.toHaveProperty(fresh);
  });

  it('says what both sides decided, and to whom reports later that they had', async () => {
    const author = await member(test, dyad, { side: 'b' });
    const reader = await member(test, dyad);
    const drafts: [ReportOutcome, Draft][] = [
      ['removed', { measure: 'remove' }],
      ['redacted', { measure: 'redact', passages: ['расте'] }],
      ['no_breach', { measure: 'dismiss' }],
      ['author_addressed', { measure: null, sanction: { kind: 'warning' } }],
    ];
    for (const [outcome, draft] of drafts) {
      const post = await live(author);
      await report(reader, dyad, post);
      await desk.propose(ofA, await reviewed(post), draft);
      expect((await states(reader))[post]).toEqual(['under_review', null]);
      await desk.key(ofB, await desk.cardOf(ofB, post, 'proposed'));
      expect((await states(reader))[post]).toEqual(['decided', outcome]);
      if (outcome === 'removed') continue;
      const late = await report(ana, dyad, post, 'THREAT');
      const isOpen = outcome === 'no_breach';
      expect(late.answer).toMatchObject(
        isOpen ? { state: 'received' } : { state: 'decided', outcome: 'decided_before' },
      );
    }
  });

  it('what is reported while something else is decided about it is looked at when nothing comes of that', async () => {
    const [author, reader] = [await member(test, dyad, { side: 'b' }), await member(test, dyad)];
    const post = await live(author);
    await report(reader, dyad, post);
    const { answer } = await desk.propose(ofA, await reviewed(post));
    await report(ana, dyad, post, 'THREAT');
    const changed = await desk.card(ofA, answer.id);
    expect((await desk.retract(ofA, changed)).answer.state).toBe('in_review');
    expect((await desk.approve(ofB, await reviewed(post))).problem.code).toBe('moderation.step_not_possible');
    expect([(await states(reader))[post], (await states(ana))[post]]).toEqual([
      ['received', null],
      ['received', null],
    ]);
  });

  it('tells the reporter, and nobody else, when it is decided', async () => {
    const reader = await member(test, dyad);
    const post = await live(boris);
    const { answer } = await report(reader, dyad, post);
    await test.settled();
    const listening = await connect(test, reader);
    await listening.follow(dyad.slug, `member:${reader.id}`);
    await desk.approve(ofB, await reviewed(post));
    await test.settled();
    await expect
      .poll(() => listening.signals.map(({ kind, about }) => [kind, about]))
      .toEqual([
        ['notice.changed', { notice: expect.any(String) as string }],
        ['own_report.decided', { report: answer.id }],
      ]);
    listening.close();
  });

  it('is read page by page, newest first', async () => {
    const reader = await member(test, dyad);
    const made: string[] = [];
    for (let number = 0; number < 5; number += 1)
      made.push((await report(reader, dyad, await live(boris, `№ ${number}`))).answer.id);
    const first = await mine(reader, { limit: 3 });
    expect(first.reports.map(({ id }) => id)).toEqual(made.toReversed().slice(0, 3));
    expect(first.hasMore).toBe(true);
    const rest = await mine(reader, { limit: 3, before: first.reports[2]?.id ?? '' });
    expect(rest.reports.map(({ id }) => id)).toEqual(made.toReversed().slice(3));
    expect(rest.hasMore).toBe(false);
  });
});

describe('what a report counts', () => {
  /** A dyad of its own, with posts of its other side to report. */
  async function place(slug: string) {
    const here = await foundDyad(test, slug);
    const founder = await member(test, here, { side: 'a', roles: ['citizen', 'steward'] });
    const author = await member(test, here, { side: 'b' });
    const moderator = await member(test, here, { side: 'b', roles: ['citizen', 'moderator'] });
    const opened = await openThread(test, await openTopic(test, here, 'water', 'post'), founder);
    const post = async () => (await write(author, here, opened.thread, 'Реката расте.')).id;
    const priority = async (content: string) => (await deskOf(here).cardOf(moderator, content, 'in_review')).priority;
    /** Somebody who came by an invitation of another. */
    const invited = async (by: TestMember) => {
      const one = await member(test, here, { side: 'a' });
      const invitations = test.app.get(Invitations);
      await test.app.get(UnitOfWork).run({ dyadId: here.id }, async (tx) => {
        const order = { dyadId: here.id, side: 'a' as const, days: 7, note: '', issuedBy: by.id };
        await invitations.use(tx, (await invitations.make(tx, order)).invitation.id, one.id);
      });
      return one;
    };
    return { here, founder, moderator, post, priority, invited };
  }

  it('MOD-05: a rush from one tree of invitations counts, and less than five people who came apart', async () => {
    const { here, founder, post, priority, invited } = await place('rush');
    const inviter = await invited(founder);
    const tree = [inviter, founder];
    for (let number = 0; number < 8; number += 1) tree.push(await invited(number % 2 ? inviter : founder));
    const apart = await Promise.all(Array.from({ length: 5 }, () => member(test, here, { side: 'a' })));
    const [rushed, independent] = [await post(), await post()];
    const rising: number[] = [];
    for (const one of tree) {
      expect((await report(one, here, rushed, 'SPAM')).status).toBe(201);
      rising.push(await priority(rushed));
    }
    for (const one of apart) await report(one, here, independent, 'SPAM');
    expect(rising[3]).toBe(expectedOf(4));
    expect(await priority(independent)).toBe(expectedOf(5));
    expect(rising.at(-1)).toBeLessThan(await priority(independent));
    expect(rising.at(-1)).toBeGreaterThan(rising[3] ?? 0);
    expect(rising).toEqual(rising.toSorted((one, next) => one - next));
  });

  it('MOD-05: the same people, one after the other over an hour, are no rush', async () => {
    const { here, founder, post, priority, invited } = await place('slow');
    const content = await post();
    const tree = [founder];
    for (let number = 0; number < 5; number += 1) tree.push(await invited(founder));
    for (const one of tree) {
      await report(one, here, content, 'SPAM');
      test.clock.advance({ minutes: 11 });
      await stayIn(test);
    }
    test.clock.advance({ minutes: -66 });
    expect(await priority(content)).toBe(expectedOf(6));
  });

  it('a person whose reports were unfounded counts less than one of their side whose reports were right', async () => {
    const { here, moderator, post, priority } = await place('often');
    const ofOther = await member(test, here, { side: 'a', roles: ['citizen', 'moderator'] });
    const table = deskOf(here);
    const [careful, careless] = [await member(test, here), await member(test, here)];
    for (let number = 0; number < 6; number += 1) {
      const [right, wrong] = [await post(), await post()];
      await report(careful, here, right);
      await report(careless, here, wrong);
      await table.approve(moderator, await table.cardOf(moderator, wrong, 'in_review'));
      await table.propose(ofOther, await table.cardOf(ofOther, right, 'in_review'));
      await table.key(moderator, await table.cardOf(moderator, right, 'proposed'));
    }
    const [one, other, ordinary] = [await post(), await post(), await post()];
    await report(careful, here, one);
    await report(careless, here, other);
    await report(await member(test, here), here, ordinary);
    expect(await priority(ordinary)).toBe(expectedOf(1));
    expect(await priority(one)).toBeGreaterThan(await priority(ordinary));
    expect(await priority(other)).toBeLessThan(await priority(ordinary));
  });

  /** What so many reports of people who are new here make of the lightest reason. */
  const expectedOf = (reports: number): number => Math.round((1 + Math.log(1 + reports)) * 1000) / 1000;
});

describe('MOD-02: the events of reports', () => {
  it('MOD-02: lead to the same items with the same priorities when these are made anew', async () => {
    const within = <Result>(look: (ledger: EventLedger, tx: Parameters<EventLedger['verify']>[0]) => Promise<Result>) =>
      test.app.get(UnitOfWork).run({ dyadId: dyad.id }, (tx) => look(test.app.get(EventLedger), tx));
    const items = () =>
      test.database.query<{ priority: number }>(`select * from moderation_item where dyad_id = $1 order by id`, [
        dyad.id,
      ]);
    const before = await items();
    expect(before.filter(({ priority }) => priority > 1).length).toBeGreaterThan(3);
    expect((await within((ledger, tx) => ledger.verify(tx, dyad.id))).fault).toBeNull();
    expect((await within((ledger, tx) => ledger.rebuild(tx, dyad.id))).fault).toBeNull();
    expect(await items()).toEqual(before);
  });

  it('hold no words of those who reported, since events are kept for ever', async () => {
    const post = await live(boris);
    await report(ana, dyad, post, 'SPAM', 'КАНАРЧЕ-ДУМИ');
    const events = await test.database.query(`select * from moderation_event where dyad_id = $1`, [dyad.id]);
    expect(JSON.stringify(events)).not.toContain('КАНАРЧЕ-ДУМИ');
  });
});

describe('MOD-38: mirrored reports', () => {
  it('MOD-38: get mirrored cards and the same priority', async () => {
    const play = async (author: TestMember, readers: readonly TestMember[]) => {
      const post = await live(author);
      for (const reader of readers) await report(reader, dyad, post, 'HATE');
      const { priority, reports } = await reviewed(post);
      return { priority, groups: reports.groups.map(({ reason, reports: count }) => [reason, count]) };
    };
    expect(await play(boris, await crowd(3, 'a'))).toEqual(await play(ana, await crowd(3, 'b')));
  });
});

describe('what is kept', () => {
  const words = async (post: string) =>
    test.database.query<{ kept: unknown; said: string; hash: Buffer; outcome: string | null }>(
      `select s.words as kept, r.words as said, s.hash, r.outcome from moderation_report r
       join moderation_report_snapshot s on s.item_id = r.item_id and s.hash = r.snapshot_hash
       join moderation_item i on i.id = r.item_id where i.content_id = $1`,
      [post],
    );

  it('goes with the words when their author takes them back', async () => {
    const post = await live(boris, 'КАНАРЧЕ');
    await report(ana, dyad, post, 'SPAM', 'Виж КАНАРЧЕ');
    await boris.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } });
    expect(await words(post)).toMatchObject([{ kept: null, said: '' }]);
  });

  it('stays until nobody can appeal any more, and a month longer', async () => {
    const [decided, open] = [await live(boris, 'ОДЛУЧЕНО'), await live(boris, 'ОТВОРЕНО')];
    for (const post of [decided, open]) await report(ana, dyad, post, 'SPAM', 'Защо?');
    await desk.approve(ofB, await reviewed(decided));
    const at = async (days: number) => {
      test.clock.advance({ days });
      await stayIn(test);
      await test.app.get(Retention).run();
      const kept = [await words(decided), await words(open)].map(([row]) => row?.kept !== null);
      test.clock.advance({ days: -days });
      return kept;
    };
    expect(await at(7 * 28)).toEqual([true, true]);
    expect(await at(7 * 31)).toEqual([false, true]);
    expect(await words(decided)).toMatchObject([
      { kept: null, said: '', hash: expect.any(Buffer), outcome: 'no_breach' },
    ]);
  });
});
