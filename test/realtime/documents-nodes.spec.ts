import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { edit, makeDocument, storedDocument, TestRoles, unbrokenChain, type Editor } from '../support/documents.js';
import { pause, until } from '../support/live.js';
import { editAtRandom, Seeded } from '../support/mutations.js';
import { hasRedis, TestRedis } from '../support/redis.js';

let redis: TestRedis | undefined;
let database: TestDatabase;
let one: TestApp;
let other: TestApp;
let roles: TestRoles;
let dyad: TestDyad;
let ana: TestMember;
let boris: TestMember;
let document: string;
let here: Editor;
let there: Editor;

beforeAll(async () => {
  redis = hasRedis ? await TestRedis.start() : undefined;
  database = await createDatabase();
  const settings = redis ? { REDIS_URL: redis.url } : undefined;
  one = await startApp(settings, database);
  other = await startApp(settings, database);
  dyad = await foundDyad(one, 'river');
  roles = new TestRoles(one);
  roles.hold(other);
  ana = await member(one, dyad, { side: 'a', roles: ['drafter'] });
  boris = await member(one, dyad, { side: 'b', roles: ['drafter'] });
});
afterAll(async () => {
  await one.close();
  await other.close();
  await redis?.kill();
  await database.drop();
});
beforeEach(async () => {
  document = await makeDocument(one, dyad);
  here = edit(one, ana, document);
  there = edit(other, boris, document);
  await Promise.all([here.synced(), there.synced()]);
});
afterEach(() => {
  here.close();
  there.close();
});

const shown = (doc: Y.Doc): string => JSON.stringify(doc.getMap('clauses'));

/** Both write at random for a while. */
async function bothWrite(steps: number, seed: number): Promise<void> {
  const random = new Seeded(seed);
  for (let step = 0; step < steps; step += 1) {
    editAtRandom(random.one([here, there]).doc, random);
    if (random.below(4) === 0) await pause(random.below(10));
  }
}

async function bothAreTheSame(milliseconds: number): Promise<void> {
  await until(async () => {
    const stored = shown(await storedDocument({ database }, document));
    return [here, there].every(({ doc, provider }) => provider.synced && shown(doc) === stored);
  }, milliseconds);
  expect(await unbrokenChain({ database }, document)).toBe(true);
}

describe.skipIf(!hasRedis)('a document that is open on two nodes', () => {
  it('is written on both, and everybody is told within a moment', async () => {
    here.type('Тук. ');
    await until(() => there.text() === 'Тук. ', 2_000);
    await bothWrite(150, 1);
    await bothAreTheSame(4_000);
  });

  it('says who is there on the other node, and no longer when they have left', async () => {
    here.provider.awareness.setLocalState({ writing: true });
    const seen = () => there.provider.awareness.getStates().get(here.doc.clientID);
    await until(() => seen()?.['writing'] === true, 7_000);
    expect(seen()?.['user']).toEqual({ id: ana.id, name: ana.pseudonym, side: 'a' });
    here.provider.disconnect();
    await until(() => seen() === undefined, 2_000);
  });

  it('ends a right on the other node within a second', async () => {
    await roles.give(document, dyad, boris.id, 'none');
    await until(() => there.closed.includes(4403), 1_000);
    await roles.give(document, dyad, boris.id, 'write');
  });

  it('does not come apart while Redis is away and comes back', async () => {
    await redis?.kill();
    await bothWrite(80, 2);
    await bothAreTheSame(12_000);
    await redis?.startAgain();
    await bothWrite(80, 3);
    await bothAreTheSame(12_000);
  });
});
