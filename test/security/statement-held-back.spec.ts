import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Statements } from '../../server/modules/statements/statements.port.js';
import { foundDyad, member, type TestMember } from '../support/actors.js';
import { wordsOf, type TestStatement } from '../support/comments.js';
import { edit } from '../support/documents.js';
import { connect, type Live } from '../support/live.js';
import { deskOf, removedPost, report, reportOf } from '../support/moderation.js';
import { ofBothSides, organisation, together, type BothSides } from '../support/ratification.js';
import { startStatements, type StatementCast } from '../support/statements.js';
import { everyAnswer, thingsIn } from '../support/sweep.js';

const word = `канарче${randomUUID().slice(0, 8)}`;
const suggested = `предлог${randomUUID().slice(0, 8)}`;
const said = (text: string): string[] => [word, suggested].filter((one) => text.includes(one));

let cast: StatementCast;
let moderators: BothSides;
let statement: TestStatement;
let suggestion: string;
/** Everybody who does not draft, by what they are. */
let people: Map<string, TestMember | undefined>;
const lives = new Map<string, Live>();
const before = new Map<string, number>();

beforeAll(async () => {
  cast = await startStatements();
  const { test, dyad, ofB, citizen } = cast;
  const judge = (side: 'a' | 'b') => member(test, dyad, { side, roles: ['moderator'] });
  moderators = { a: await judge('a'), b: await judge('b') };
  const stewards = await ofBothSides(test, dyad, ['steward']);
  const signs = await organisation(test, dyad, stewards, { side: 'a', name: 'Речна стража' });
  const commenter = await member(test, dyad, { side: 'a' });
  people = new Map([
    ['visitor', undefined],
    ['citizen', citizen],
    ['neutral citizen', await member(test, dyad, { side: 'neutral' })],
    ['steward a', stewards.a],
    ['steward b', stewards.b],
    ['evaluator', await member(test, dyad, { side: 'neutral', roles: ['evaluator'], strong: true })],
    ['delegate', signs.delegate],
    ['whose comment was removed', commenter],
    ['who reported it', await member(test, dyad, { side: 'b' })],
    ['moderator elsewhere', await member(test, await foundDyad(test, 'lake'), { roles: ['moderator'] })],
  ]);
  statement = await drafted();
  suggestion = await suggest(ofB);
  await removedComment(commenter, people.get('who reported it'));
  await changeMode(stewards);
}, 120_000);
afterAll(async () => {
  for (const live of lives.values()) live.close();
  await cast.test.close();
});

const params = () => ({ dyad: cast.dyad.slug });
const at = () => ({ params: { ...params(), statement: statement.id } });

/** A public draft with the word in its title, in both texts, and in the name of a version. */
async function drafted(): Promise<TestStatement> {
  const { test, ofA } = cast;
  const { id } = await ofA.api.call('POST /api/dyads/:dyad/statements', {
    params: params(),
    body: { title: { bg: `За ${word}`, mk: `За ${word}` }, visibility: 'public' },
  });
  const here = { params: { ...params(), statement: id } };
  const { clauses } = await ofA.api.call('GET /api/dyads/:dyad/statements/:statement', here);
  const clause = clauses[0]?.id ?? '';
  const text = [{ type: 'paragraph' as const, content: [{ text: `Реката ${word} тече.` }] }];
  await test.app.get(Statements).write(id, clause, { a: text, b: text }, ofA.id);
  await ofA.api.call('POST /api/dyads/:dyad/statements/:statement/versions', {
    ...here,
    body: { name: `Пред ${word}`, language: 'mk' },
  });
  return { id, clause };
}

async function suggest(who: TestMember): Promise<string> {
  const { suggestion: id } = await who.api.call('POST /api/dyads/:dyad/statements/:statement/suggestions', {
    ...at(),
    body: { note: `За ${suggested}`, language: 'mk' },
  });
  return id;
}

/** A comment about the words, which is removed: its author and who reported it are told. */
async function removedComment(author: TestMember, reporter: TestMember | undefined): Promise<void> {
  const { test, dyad } = cast;
  const { answer } = await author.api.try('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/threads', {
    params: { ...at().params, clause: statement.clause },
    body: { about: await wordsOf(test, author, statement, 'a', word), text: 'Што е ова?', language: 'bg' },
  });
  const desk = deskOf(dyad);
  await desk.approve(moderators.a, await desk.cardOf(moderators.a, answer.post));
  if (reporter) await report(reporter, dyad, answer.post);
  await removedPost(test, dyad, { of: moderators.a, and: moderators.b }, answer.post);
}

/** Stewards change how comments on it are published. */
async function changeMode(stewards: BothSides): Promise<void> {
  const [topic = ''] = await idsOf(`select slug as id from topic where place_id = '${statement.id}'`);
  await together(cast.dyad, stewards, 'topic.change_mode', { topic, mode: 'post' });
}

const idsOf = async (sql: string): Promise<string[]> =>
  (await cast.test.database.query<{ id: string }>(sql)).map(({ id }) => id);

const everything = () => thingsIn(cast.test, cast.dyad, [word]);

/** Reported by a reader, and held by a moderator. */
async function hold(reporter: TestMember): Promise<void> {
  const desk = deskOf(cast.dyad);
  await reportOf('statement', statement.id, reporter, cast.dyad);
  const card = await desk.cardOf(moderators.b, statement.id, 'in_review');
  expect((await desk.holdItem(moderators.b, card)).status).toBe(200);
}

async function seenBy(who: TestMember | undefined): Promise<string[]> {
  const answers = await everyAnswer(cast.test, who, await everything());
  return answers.filter((one) => said(one.said).length > 0).map(({ asked }) => asked);
}

describe('MOD-23, MOD-25: a statement that moderators hold', () => {
  it('is found by this sweep, as long as it is read', async () => {
    for (const [name, who] of people) {
      const seen = await seenBy(who);
      if (name !== 'moderator elsewhere') expect(seen.length, name).toBeGreaterThan(0);
      if (name.startsWith('steward')) expect(seen).toContainEqual(expect.stringContaining('/joint-acts'));
      if (name.startsWith('whose')) expect(seen).toContainEqual(expect.stringContaining('/notices/'));
    }
    const seen = await seenBy(people.get('citizen'));
    for (const part of ['/suggestions', '/suggestions/', '/versions', '/threads', '/statements', '/drafts', '/history'])
      expect(
        seen.some((asked) => asked.includes(part)),
        part,
      ).toBe(true);
  }, 120_000);

  it('is told to nobody who does not draft it, by any route', async () => {
    const { test, dyad } = cast;
    for (const [name, who] of people) {
      if (!who) continue;
      const live = await connect(test, who);
      for (const stream of (await everything()).stream) await live.follow(dyad.slug, stream);
      lives.set(name, live);
      before.set(name, live.signals.length);
    }
    await hold(cast.citizen);
    const leaks: string[] = [];
    const look = async (fate: string): Promise<void> => {
      for (const [name, who] of people) leaks.push(...(await seenBy(who)).map((asked) => `${fate}: ${name}: ${asked}`));
    };
    await look('held');
    // Whoever reported it is told then what became of it, and nothing of what it says.
    await removedPost(test, dyad, { of: moderators.a, and: moderators.b }, statement.id);
    await look('removed');
    expect(leaks).toEqual([]);
  }, 120_000);

  it('is told by no signal, and by no document', async () => {
    const heard = [...lives].filter(
      ([name, live]) => said(JSON.stringify([live.signals.slice(before.get(name)), live.told])).length > 0,
    );
    expect(heard.map(([name]) => name)).toEqual([]);
    for (const [name, who] of people) {
      if (!who) continue;
      for (const document of [statement.id, `${statement.id}~${suggestion}`]) {
        const editor = edit(cast.test, who, document);
        await expect.poll(() => editor.closed.length, { message: name }).toBeGreaterThan(0);
        expect(Y.encodeStateAsUpdate(editor.doc).length, name).toBeLessThan(10);
        editor.close();
      }
    }
  }, 60_000);

  it('is kept for those who draft it', async () => {
    for (const who of [cast.ofA, cast.ofB, cast.neutral]) {
      const seen = await seenBy(who);
      for (const part of ['/suggestions', '/versions', '/statements'])
        expect(
          seen.some((asked) => asked.includes(part)),
          part,
        ).toBe(true);
    }
  }, 60_000);
});
