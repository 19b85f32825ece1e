import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyDecision } from '../../server/cli/verify-decision.command.js';
import { sortedJson } from '../../shared/contract/sorted-json.js';
import { commitmentOf, openCommitment, proves } from '../../shared/moderation/digest/commitment.js';
import { moderationDigest, type ModerationDigest } from '../../shared/moderation/digest/digest.schema.js';
import { disclosure, type Disclosure } from '../../shared/moderation/digest/disclosure.schema.js';
import { StatementErasure } from '../../server/modules/moderation/statement-erasure.port.js';
import { DeadlineWorker } from '../../server/modules/moderation/deadlines/deadline-worker.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openThread, openTopic } from '../support/forum.js';
import { deskOf, livePost, removal, stayIn, timePassed, type TestDesk } from '../support/moderation.js';

let database: TestDatabase;
let test: TestApp;
let other: TestApp;
let dyad: TestDyad;
let boris: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let desk: TestDesk;
let thread: string;
let day: string;

const secretWords = 'Зелени чадори по евтина цена';

beforeAll(async () => {
  database = await createDatabase();
  test = await startApp({}, database);
  other = await startApp({}, database);
  dyad = await foundDyad(test, 'river');
  await test.settled();
  beginDay();
  // What is held ends some hours into the next day, not at its beginning.
  for (const { clock } of [test, other]) clock.advance({ hours: 2 });
  const ana = await member(test, dyad, { side: 'a' });
  boris = await member(test, dyad, { side: 'b' });
  ofA = await member(test, dyad, { side: 'a', roles: ['citizen', 'moderator'] });
  ofB = await member(test, dyad, { side: 'b', roles: ['citizen', 'moderator'] });
  desk = deskOf(dyad);
  thread = (await openThread(test, await openTopic(test, dyad, 'school', 'pre'), ana)).thread;
  day = today();
  await aDayOfModeration();
  beginDay();
  await stayIn(test);
  await timePassed(test);
});
afterAll(async () => {
  await other.close();
  await test.close();
  await database.drop();
});

const today = (): string => test.clock.now().toISOString().slice(0, 10);

/** Goes on to shortly after the next midnight, on both nodes. */
function beginDay(): void {
  const milliseconds = 86_400_000 - (test.clock.now().getTime() % 86_400_000);
  for (const { clock } of [test, other]) clock.advance({ seconds: Math.ceil(milliseconds / 1000) + 5 });
}

/** One post is published, one removed with its author silenced, one held. */
async function aDayOfModeration(): Promise<void> {
  const post = (text: string) => livePost(desk, ofA, { author: boris, dyad, thread, text });
  await post('Утре во десет кај мостот');
  const spam = await post(secretWords);
  const held = await post('Нешто за пазарот');
  await desk.hold(ofB, held.content);
  const draft = { ...removal, sanction: { kind: 'silence' as const, days: 3 } };
  const { answer } = await desk.propose(ofA, await desk.card(ofA, spam.id), draft);
  await desk.key(ofB, answer);
}

const plainOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const digestOfDay = (which = day): Promise<ModerationDigest> =>
  test.visitor().call('GET /api/dyads/:dyad/digests/:day', { params: { dyad: dyad.slug, day: which } });

const entries = async () => {
  await test.settled();
  const { entries: all } = await test
    .visitor()
    .call('GET /api/dyads/:dyad/record', { params: { dyad: dyad.slug }, query: { limit: 100 } });
  return all.filter(({ kind }) => kind === 'moderation.digest');
};

/** What the member who was silenced takes away. */
async function ownDisclosure(): Promise<Disclosure> {
  const notice = await noticeOfRemoval();
  const { answer } = await boris.api.send('GET /api/dyads/:dyad/notices/:notice/commitment.json', {
    params: { dyad: dyad.slug, notice },
  });
  return disclosure.parse(answer);
}

async function noticeOfRemoval(): Promise<string> {
  const { notices } = await boris.api.call('GET /api/dyads/:dyad/notices', { params: { dyad: dyad.slug }, query: {} });
  const removed = notices.find(({ measure }) => measure === 'remove');
  if (!removed) throw new Error('Nothing was removed');
  return removed.id;
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

describe('the daily digest', () => {
  it('says what moderators did, and the public record has its hash', async () => {
    const digest = await digestOfDay();
    expect(moderationDigest.parse(digest)).toEqual(digest);
    const [entry] = await entries();
    expect(entry?.about).toEqual({ day, hash: sha256(sortedJson(digest)), closed: 5, waiting: 1 });
    expect(digest.decisions.map(({ measure, keys, sanction }) => [measure, keys, sanction]).toSorted()).toEqual([
      ['hold', ['b'], null],
      ['remove', ['a', 'b'], { kind: 'silence', days: 3 }],
    ]);
    expect(digest.counts).toContainEqual({
      reason: null,
      measure: null,
      sanction: null,
      source: 'own',
      outcome: 'left',
      count: 3,
    });
    expect(digest.pending).toEqual({ items: 1, medianDays: 0, longestDays: 0 });
    expect(digest.requests).toEqual({ governments: { a: 0, b: 0 }, parties: { a: 0, b: 0 } });
  });

  it('REL-11: is made once, however many nodes look, and after days that were missed for each of them in order', async () => {
    beginDay();
    await Promise.all([test, other].map(({ app }) => app.get(DeadlineWorker).idle()));
    for (let missed = 0; missed < 3; missed += 1) beginDay();
    await Promise.all([test, other].map(({ app }) => app.get(DeadlineWorker).idle()));
    await Promise.all([test, other].map(({ app }) => app.get(DeadlineWorker).idle()));
    const days = (await entries()).map(({ about }) => plainOf(about['day'])).toReversed();
    expect(new Set(days).size).toBe(days.length);
    expect(days).toEqual(days.toSorted());
    expect(days[0]).toBe(day);
    // The hold was seen to have run out on the third day; after that nothing waited, and nothing is said of those days.
    expect(days).toHaveLength(3);
    expect((await digestOfDay(days[1])).pending.items).toBe(1);
    expect((await digestOfDay(days[2])).expiries).toEqual({ holds: 1, proposals: 0 });
    const open = await test.database.query(
      `select due_at from moderation_deadline where kind = 'digest' and done_at is null and dyad_id = $1`,
      [dyad.id],
    );
    expect(open).toHaveLength(1);
    await stayIn(test);
  });

  it('MOD-40: what the member takes away opens the commitment; with one byte changed it does not', async () => {
    const given = await ownDisclosure();
    const digest = await digestOfDay();
    expect(proves(await openCommitment(given, digest, sha256))).toBe(true);
    expect(given.statement.contentHash).toBe(sha256(secretWords));
    expect(given.statement.facts).toEqual(removal.facts);
    const otherSalt = { ...given, salt: given.salt.replace(/^./, (first) => (first === '0' ? '1' : '0')) };
    expect(proves(await openCommitment(otherSalt, digest, sha256))).toBe(false);
    const otherFacts = { ...given, statement: { ...given.statement, facts: { ...removal.facts, bg: 'Реклама.' } } };
    expect(proves(await openCommitment(otherFacts, digest, sha256))).toBe(false);
    const [entry] = await entries().then((all) => all.filter(({ about }) => about['day'] === day));
    const forged = { ...digest, proxyKeys: 1 };
    expect(sha256(sortedJson(forged))).not.toBe(entry?.about['hash']);
  });

  it('MOD-40: the command line checks it from two files, without network or database', async () => {
    const given = await ownDisclosure();
    const folder = mkdtempSync(join(tmpdir(), 'entente-proof-'));
    const file = join(folder, 'proof.json');
    const digestFile = join(folder, 'digest.json');
    const digest = await digestOfDay();
    writeFileSync(digestFile, JSON.stringify(digest));
    const check = async (proof: Disclosure) => {
      writeFileSync(file, JSON.stringify(proof));
      const out = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
      try {
        return [await verifyDecision(file, digestFile), out.mock.calls.join('')] as const;
      } finally {
        out.mockRestore();
      }
    };
    const [code, said] = await check(given);
    expect(code).toBe(0);
    expect(said).toContain(`SHA-256 of the digest: ${sha256(sortedJson(digest))}`);
    const changed = await check({ ...given, statement: { ...given.statement, facts: { bg: 'Друго.' } } });
    expect(changed).toEqual([1, expect.stringContaining('DIFFERS  Its commitment is not to this statement.')]);
    rmSync(folder, { recursive: true });
  });

  it('gives what opens a commitment to the member alone, and the notice says that it is there', async () => {
    const notice = await noticeOfRemoval();
    const params = { dyad: dyad.slug, notice };
    const view = await boris.api.call('GET /api/dyads/:dyad/notices/:notice', { params });
    expect(view).toMatchObject({ kind: 'decision', isCommitted: true });
    for (const who of [ofA, ofB])
      expect((await who.api.send('GET /api/dyads/:dyad/notices/:notice/commitment.json', { params })).status).toBe(404);
  });

  it('MOD-41: MOD-43: holds nothing of any person: no name, no id, no words, no time of the day', async () => {
    const text = JSON.stringify([await digestOfDay(), await entries()]);
    for (const { id, pseudonym, accountId } of [boris, ofA, ofB])
      for (const name of [id, pseudonym, accountId]) expect(text).not.toContain(name);
    for (const words of [secretWords, ...Object.values(removal.facts), 'пазарот', 'училиштето'])
      expect(text).not.toContain(words);
    expect(text).not.toMatch(/\d\d:\d\d/);
    expect(text).not.toContain('salt');
  });

  it('REL-11: stands with its entry of the record: none without the other', async () => {
    await test.settled();
    const counts = await test.database.query<{ digests: number; entries: number }>(
      `select (select count(*)::int from moderation_digest where dyad_id = $1) as digests,
         (select count(*)::int from record_entry where dyad_id = $1 and kind = 'moderation.digest') as entries`,
      [dyad.id],
    );
    expect(counts[0]?.digests).toBe(counts[0]?.entries);
  });

  it('PRI-13: once a statement is erased, salt and text are gone, and the digest stays as it was', async () => {
    const before = await digestOfDay();
    const given = await ownDisclosure();
    const notice = await noticeOfRemoval();
    const erase = () =>
      test.app.get(UnitOfWork).run('all dyads', (tx) => test.app.get(StatementErasure).erase(tx, given.statement.puid));
    expect(await erase()).toBe(true);
    const left = await test.database.query(
      `select s.facts, s.note, s.passages, c.salt from moderation_statement s
         left join moderation_commitment c on c.statement_id = s.id where s.id = $1`,
      [notice],
    );
    expect(left).toEqual([{ facts: {}, note: '', passages: [], salt: null }]);
    const again = await boris.api.send('GET /api/dyads/:dyad/notices/:notice/commitment.json', {
      params: { dyad: dyad.slug, notice },
    });
    expect(again.status).toBe(404);
    expect(await digestOfDay()).toEqual(before);
    // Whoever kept their own copy can still prove it; nobody else can even test a guess.
    const listed = before.decisions.find(({ puid }) => puid === given.statement.puid);
    expect(await commitmentOf(given, sha256)).toBe(listed?.commitment);
    const guessed = await commitmentOf({ ...given, salt: '0'.repeat(64) }, sha256);
    expect(guessed).not.toBe(listed?.commitment);
  });
});
