import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { panelVerdicts, seats, type PanelVerdict } from '../../shared/moderation/panel.rules.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic } from '../support/forum.js';
import { atAnotherTime, deskOf, livePost, moderatorsOf, proposalOf, type TestDesk } from '../support/moderation.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** A dyad with an author of side b, a moderator of each side, and more of them. */
interface Place {
  readonly dyad: TestDyad;
  readonly desk: TestDesk;
  readonly author: TestMember;
  readonly ofA: TestMember;
  readonly ofB: TestMember;
  readonly thread: string;
}

let places = 0;
async function aPlace(): Promise<Place> {
  places += 1;
  const dyad = await foundDyad(test, `place-${places}`);
  const author = await member(test, dyad, { side: 'b' });
  const [ofA, ofB] = await moderatorsOf(test, dyad, ['a', 'b']);
  const ana = await member(test, dyad, { side: 'a' });
  const { thread } = await openThread(test, await openTopic(test, dyad, 'school', 'pre'), ana);
  return { dyad, desk: deskOf(dyad), author, ofA, ofB, thread };
}

async function opposed({ desk, ofA, ofB, ...post }: Place): Promise<DeskItem> {
  const card = (await desk.propose(ofA, await livePost(desk, ofA, post))).answer;
  return (await desk.oppose(ofB, card)).answer;
}

const seated = (card: DeskItem): string[] => (proposalOf(card).panel?.seats ?? []).map(({ by }) => by.id);

describe('MOD-15: a panel', () => {
  let place: Place;
  let members: TestMember[];
  beforeAll(async () => {
    place = await aPlace();
    members = await moderatorsOf(test, place.dyad, ['a', 'a', 'b', 'b', 'neutral', 'neutral']);
  });
  const seatOf = (card: DeskItem, side: string): TestMember => {
    const id = proposalOf(card).panel?.seats.find((seat) => seat.side === side)?.by.id;
    const who = members.find((one) => one.id === id);
    if (!who) throw new Error(`Nobody sits for ${side}`);
    return who;
  };

  it('is one of each side and a neutral, none of whom gave a key', async () => {
    const drawn = new Set<string>();
    for (let run = 0; run < 12; run += 1) {
      const card = await opposed(place);
      const panel = proposalOf(card).panel;
      expect(panel?.state).toBe('deliberating');
      expect(panel?.seats.map(({ side }) => side).toSorted()).toEqual(['a', 'b', 'neutral']);
      for (const id of seated(card)) {
        expect(members.map((one) => one.id)).toContain(id);
        drawn.add(id);
      }
    }
    // Lots fall differently from case to case.
    expect(drawn.size).toBeGreaterThan(3);
  });

  const sayings = panelVerdicts.flatMap((a) =>
    panelVerdicts.flatMap((b) => panelVerdicts.map((n) => [a, b, n] as const)),
  );
  it.each(sayings)('of a: %s, b: %s and neutral: %s decides with two of three', async (a, b, neutral) => {
    let card = await opposed(place);
    const verdicts: Record<(typeof seats)[number], PanelVerdict> = { a, b, neutral };
    for (const side of seats) {
      const reply = await place.desk.judge(seatOf(card, side), card, verdicts[side]);
      card = reply.answer;
      if (card.state !== 'escalated') break;
    }
    const forIt = seats.filter((side) => verdicts[side] === 'enact');
    expect(card).toMatchObject(
      forIt.length >= 2
        ? { state: 'actioned', shown: false, proposal: { state: 'enacted' } }
        : { state: 'live', shown: true, proposal: { state: 'restored' } },
    );
    expect(proposalOf(card).panel?.state).toBe('decided');
  });

  it('hears those who sit on it, each once, and about what they read', async () => {
    const card = await opposed(place);
    const sitting = seatOf(card, 'neutral');
    const other = members.find((one) => !seated(card).includes(one.id));
    expect(other && (await place.desk.judge(other, card, 'enact')).problem.code).toBe('moderation.not_on_panel');
    expect((await place.desk.judge(place.ofA, card, 'enact')).problem.code).toBe('moderation.not_on_panel');
    await place.desk.judge(sitting, card, 'enact');
    expect((await place.desk.judge(sitting, card, 'restore')).problem.code).toBe('moderation.verdict_given');
    const changed = { ...card, proposal: { ...proposalOf(card), actionHash: '0'.repeat(64) } };
    expect((await place.desk.judge(seatOf(card, 'a'), changed, 'enact')).problem.code).toBe(
      'moderation.proposal_changed',
    );
  });

  it('that does not decide within 72 hours makes room for others, and what was said is kept', async () => {
    const card = await opposed(place);
    const first = seated(card);
    await atAnotherTime(test, { hours: 72, minutes: 1 }, async () => {
      const after = await place.desk.card(place.ofA, card.id);
      expect(after).toMatchObject({ state: 'escalated', shown: true, proposal: { panel: { state: 'deliberating' } } });
      expect(seated(after).filter((id) => first.includes(id))).toEqual([]);
    });
  });
});

describe('MOD-15: where no panel is possible', () => {
  it('the case waits and says so, and is tried again until one is', async () => {
    const place = await aPlace();
    await moderatorsOf(test, place.dyad, ['a', 'b']);
    const card = await opposed(place);
    expect(card).toMatchObject({
      state: 'escalated',
      shown: true,
      proposal: { panel: { state: 'waiting', seats: [] } },
    });
    expect(card.events.at(-1)?.type).toBe('wait');
    const [neutral] = await moderatorsOf(test, place.dyad, ['neutral']);
    expect((await place.desk.judge(neutral, card, 'enact')).problem.code).toBe('moderation.not_on_panel');
    await atAnotherTime(test, { hours: 1, minutes: 1 }, async () => {
      const drawn = await place.desk.card(place.ofA, card.id);
      expect(proposalOf(drawn).panel?.state).toBe('deliberating');
      expect(seated(drawn)).toContain(neutral.id);
    });
  });

  it('moderators who are away are not drawn', async () => {
    const place = await aPlace();
    const [a, b, neutral] = await moderatorsOf(test, place.dyad, ['a', 'b', 'neutral']);
    await place.desk.onCall(b, false);
    const card = await opposed(place);
    expect(proposalOf(card).panel?.state).toBe('waiting');
    await place.desk.onCall(b, true);
    await atAnotherTime(test, { hours: 1, minutes: 1 }, async () => {
      expect(new Set(seated(await place.desk.card(place.ofA, card.id)))).toEqual(new Set([a.id, b.id, neutral.id]));
    });
  });
});
