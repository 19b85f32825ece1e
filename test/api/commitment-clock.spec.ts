import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { claimRules } from '../../shared/commitments/commitment.rules.js';
import { signInAgain } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { together } from '../support/ratification.js';
import {
  acknowledged,
  adopted,
  answer,
  both,
  inDays,
  looked,
  readAs,
  report,
  startPromising,
  stepsOf,
  withdraw,
  type PromisingDyad,
} from '../support/commitments.js';

let test: TestApp;
let dyad: PromisingDyad;

beforeAll(async () => {
  ({ test, dyad } = await startPromising());
});
afterAll(() => test.close());

const daySeconds = 86_400;
let moved = 0;
const wait = async (days: number): Promise<void> => {
  moved += days;
  test.clock.advance({ days });
  await looked(test);
};
afterEach(() => {
  test.clock.advance({ days: -moved });
  moved = 0;
});

const until = claimRules.answerWithinDays;

describe('the clock', () => {
  it('writes down once that the day of a milestone passed without a claim, and what comes later is told as late', async () => {
    const commitment = await adopted(test, dyad, { deadline: inDays(test, 20) });
    await wait(10);
    expect(stepsOf(await readAs(test, dyad, commitment))).toEqual(['adopted']);
    await wait(1);
    await looked(test);
    const view = await readAs(test, dyad, commitment);
    expect(view.timeline.slice(1)).toMatchObject([{ type: 'missed', rev: 2, on: inDays(test, 0), milestone: 1 }]);
    expect(view).toMatchObject({ overdue: true, milestones: [{ missed: true }, { missed: false }] });
    await test.settled();
    const { entries } = await test.visitor().call('GET /api/dyads/:dyad/record', {
      params: { dyad: dyad.slug },
      query: { limit: 1 },
    });
    expect(entries[0]).toMatchObject({ kind: 'milestone.missed', about: { commitment, milestone: 1 } });
    const { a } = dyad.organisations;
    await signInAgain(test, a.delegate);
    await report(dyad, commitment, a, 1);
    expect(await readAs(test, dyad, commitment)).toMatchObject({
      overdue: false,
      milestones: [{ missed: true, late: true, claimedOn: inDays(test, 0) }, { missed: false }],
      timeline: [{}, {}, { type: 'reported', late: true }],
    });
  });

  it('looks again when a claim is taken back after the day', async () => {
    const commitment = await adopted(test, dyad);
    await report(dyad, commitment, dyad.organisations.a, 1);
    await wait(11);
    expect(stepsOf(await readAs(test, dyad, commitment))).toEqual(['adopted', 'reported']);
    await signInAgain(test, dyad.organisations.a.delegate);
    await withdraw(dyad.organisations.a, dyad, commitment, 1);
    await looked(test);
    expect(stepsOf(await readAs(test, dyad, commitment)).at(-1)).toBe('missed');
  });

  it('waits as long as both sides put it off', async () => {
    const commitment = await adopted(test, dyad);
    const suspension = { commitment, until: inDays(test, 15), reason: both('Наводнение') };
    await together(dyad, dyad.stewards, 'commitment.suspend', suspension);
    await wait(15);
    expect(await readAs(test, dyad, commitment)).toMatchObject({ standing: 'suspended', overdue: false });
    await wait(1);
    const view = await readAs(test, dyad, commitment);
    expect(view).toMatchObject({ standing: 'running', suspendedUntil: null, overdue: true });
    expect(stepsOf(view)).toEqual(['adopted', 'suspended', 'missed']);
  });

  it('writes down that nobody answered a claim in time; an answer that comes later counts as well', async () => {
    const { a, b } = dyad.organisations;
    const commitment = await adopted(test, dyad);
    await report(dyad, commitment, a, null);
    await report(dyad, commitment, a, null);
    await answer(b.delegate, dyad, [commitment, 2], acknowledged, b.id);
    await wait(until);
    expect(stepsOf(await readAs(test, dyad, commitment))).toEqual(['adopted', 'reported', 'reported', 'acknowledged']);
    await wait(1);
    await looked(test);
    expect((await readAs(test, dyad, commitment)).timeline.slice(4)).toMatchObject([{ type: 'unanswered', claim: 1 }]);
    await signInAgain(test, b.delegate);
    expect((await answer(b.delegate, dyad, [commitment, 1], acknowledged, b.id)).status).toBe(204);
    const { timeline } = await readAs(test, dyad, commitment);
    expect(timeline[1]).toMatchObject({ answer: 'acknowledged', answerBy: inDays(test, -1) });
    expect(timeline.at(-1)).toMatchObject({ type: 'acknowledged', claim: 1 });
  });

  it('writes each silence once, also when the server was down on the day, and when two nodes look at once', async () => {
    const commitments = [await adopted(test, dyad), await adopted(test, dyad, { promisor: 'joint' })];
    const nodes = [await startApp({}, test.database), await startApp({}, test.database)];
    for (const { clock } of nodes) {
      clock.beginStep(daySeconds);
      clock.advance({ days: 21 });
    }
    await Promise.all(nodes.map(looked));
    for (const node of nodes) await node.close();
    for (const commitment of commitments) {
      const view = await readAs(test, dyad, commitment);
      expect(stepsOf(view)).toEqual(['adopted', 'missed', 'missed']);
      expect(view.timeline.map(({ rev }) => rev)).toEqual([1, 2, 3]);
    }
  });
});
