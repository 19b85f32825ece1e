import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sides, type Side } from '../../../shared/access/actor.js';
import { cardStates } from '../../../shared/moderation/desk.rules.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import type { ProposalView } from '../../../shared/moderation/proposal.schema.js';
import { reasonCodes, safetyReasons } from '../../../shared/moderation/reasons.js';
import { possibleActs, type Moderator } from './possible-acts';
import { deskItemOf, keyOf, person, proposalOf } from './specimens';

const me: Moderator = { id: 'me', side: 'a', roles: ['moderator'] };
const open = (change: Partial<ProposalView> = {}, item: Partial<DeskItem> = {}) =>
  deskItemOf({ state: 'proposed', proposal: proposalOf(change), ...item });

describe('what a moderator can do', () => {
  it('is nothing about their own words', () => {
    const own = deskItemOf({ state: 'pending', author: person('me', 'a') });
    expect(Object.values(possibleActs(own, me)).filter((one) => one === true)).toEqual([]);
    expect(possibleActs(own, me)).toMatchObject({ propose: null, proxyFor: [] });
  });

  it('depends on how the case stands', () => {
    const waiting = possibleActs(deskItemOf({ state: 'pending', shown: false }), me);
    expect(waiting).toMatchObject({ approve: true, give_back: true, hold: false, propose: 'decision' });
    const reported = possibleActs(deskItemOf({ state: 'in_review' }), me);
    expect(reported).toMatchObject({ approve: true, give_back: false, hold: true, propose: 'decision' });
    const decided = possibleActs(deskItemOf({ state: 'actioned', shown: false }), me);
    expect(decided).toMatchObject({ approve: false, hold: false, propose: 'reopening' });
  });

  it('is never to say alone that grave reports were nothing', () => {
    for (const reason of reasonCodes) {
      const group = {
        reason,
        side: 'b' as const,
        reports: 1,
        open: 1,
        words: [],
        newestAt: '2026-01-01T00:00:00.000Z',
      };
      const item = deskItemOf({ state: 'in_review', reports: { open: 1, groups: [group], versions: [] } });
      expect(possibleActs(item, me).approve, reason).toBe(!safetyReasons.has(reason));
    }
  });

  it('is to end a hold of their own', () => {
    expect(possibleActs(deskItemOf({ state: 'held', heldBy: person('me', 'a') }), me).release).toBe(true);
    expect(possibleActs(deskItemOf({ state: 'held', heldBy: person('other', 'a') }), me).release).toBe(false);
  });

  it('is to give the key that is missing, once, and to take back what they proposed', () => {
    expect(possibleActs(open({ missing: ['a'] }), me)).toMatchObject({ give_key: true, oppose: true, retract: false });
    expect(possibleActs(open({ missing: ['b'] }), me).give_key).toBe(false);
    const given = open({ missing: ['b', 'neutral'], keys: [keyOf('me', 'a')] });
    expect(possibleActs(given, me)).toMatchObject({ give_key: false, oppose: false });
    const changed = open({ missing: ['a', 'b'], keys: [{ ...keyOf('me', 'a'), counts: false }] });
    expect(possibleActs(changed, me).give_key).toBe(true);
    const own = open({ proposedBy: person('me', 'a'), keys: [keyOf('me', 'a')], missing: ['b'] });
    expect(possibleActs(own, me)).toMatchObject({ retract: true, oppose: false, give_key: false });
  });

  it('is nothing about joint statements for who drafts them, whoever began one', () => {
    const reported = open({}, { kind: 'statement', state: 'in_review' });
    expect(possibleActs(reported, me).hold).toBe(true);
    const acts = possibleActs(reported, { ...me, roles: ['moderator', 'drafter'] });
    expect(Object.values(acts).filter((act) => act === true || (Array.isArray(act) && act.length > 0))).toEqual([]);
    expect(possibleActs({ ...reported, kind: 'post' }, { ...me, roles: ['moderator', 'drafter'] }).hold).toBe(true);
  });

  it('is, for somebody neutral, to give a key for a side that has nobody on call', () => {
    const neutral: Moderator = { id: 'me', side: 'neutral', roles: ['moderator'] };
    const item = open({ missing: ['b'], keys: [keyOf('x', 'a')] });
    expect(possibleActs(item, neutral, [person('x', 'a')]).proxyFor).toEqual(['b']);
    expect(possibleActs(item, neutral, [person('y', 'b')]).proxyFor).toEqual([]);
    expect(possibleActs(item, neutral, [item.author]).proxyFor).toEqual(['b']);
    expect(possibleActs(item, me, []).proxyFor).toEqual([]);
  });

  it('is to judge from a seat of the panel, once', () => {
    const seat = (verdict: 'enact' | null) => ({ side: 'a' as const, by: person('me', 'a'), verdict, at: null });
    const before = (verdict: 'enact' | null) =>
      deskItemOf({
        state: 'escalated',
        proposal: proposalOf({
          state: 'escalated',
          panel: { state: 'deliberating', seats: [seat(verdict)], dueAt: null },
        }),
      });
    expect(possibleActs(before(null), me).verdict).toBe(true);
    expect(possibleActs(before('enact'), me).verdict).toBe(false);
  });

  it('MOD-38: is mirrored when the sides are', () => {
    const side = fc.constantFrom(...sides);
    const members = fc.array(fc.record({ id: fc.constantFrom('me', 'x', 'y', 'z'), side }), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.record({ state: fc.constantFrom(...cardStates), shown: fc.boolean(), author: side, mine: side }),
        fc.uniqueArray(side),
        members,
        members,
        ({ state, shown, author, mine }, missing, keyed, onCall) => {
          const cards = (turn: (one: Side) => Side) => {
            const people = (list: typeof keyed) => list.map(({ id, side: of }) => person(id, turn(of)));
            const keys = keyed.map(({ id, side: of }) => keyOf(id, turn(of)));
            const proposal = proposalOf({ missing: missing.map(turn), keys });
            const item = deskItemOf({ state, shown, author: person('author', turn(author)), proposal });
            const acts = possibleActs(item, { ...me, side: turn(mine) }, people(onCall));
            return { ...acts, proxyFor: acts.proxyFor.map(turn).toSorted() };
          };
          expect(cards(mirrored)).toEqual(cards((one) => one));
        },
      ),
    );
  });
});

const mirrored = (side: Side): Side => (side === 'neutral' ? side : side === 'a' ? 'b' : 'a');
