import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sides, type Side } from '../access/actor.js';
import { drawPanel, panelOutcome, panelVerdicts, seats, type Candidate, type Verdicts } from './panel.rules.js';

const mirrorSide = (side: Side): Side => (side === 'a' ? 'b' : side === 'b' ? 'a' : 'neutral');

const roster: fc.Arbitrary<Candidate[]> = fc.uniqueArray(
  fc.record({
    memberId: fc.uuid(),
    side: fc.constantFrom<Side>(...sides),
    drawnBefore: fc.nat({ max: 3 }),
    lot: fc.stringMatching(/^[0-9a-f]{8}$/),
  }),
  { selector: ({ lot }) => lot, maxLength: 12 },
);
const verdicts: fc.Arbitrary<Verdicts> = fc.record(
  {
    a: fc.constantFrom(...panelVerdicts),
    b: fc.constantFrom(...panelVerdicts),
    neutral: fc.constantFrom(...panelVerdicts),
  },
  { requiredKeys: [] },
);

describe('a panel', () => {
  it('MOD-15: of any roster, is one of each side and a neutral, or is said to be impossible', () => {
    fc.assert(
      fc.property(roster, (candidates) => {
        const panel = drawPanel(candidates);
        const isPossible = seats.every((side) => candidates.some((one) => one.side === side));
        expect(panel !== undefined).toBe(isPossible);
        for (const side of seats) {
          if (!panel) continue;
          expect(candidates).toContain(panel[side]);
          expect(panel[side].side).toBe(side);
          expect(panel[side].drawnBefore).toBe(
            Math.min(...candidates.filter((one) => one.side === side).map((one) => one.drawnBefore)),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('MOD-15: is drawn alike in whatever order people are listed, and with the sides exchanged', () => {
    fc.assert(
      fc.property(roster, fc.infiniteStream(fc.double({ noNaN: true })), (candidates, random) => {
        const panel = drawPanel(candidates);
        const shuffled = candidates
          .map((one) => ({ one, at: random.next().value as number }))
          .toSorted((one, other) => one.at - other.at)
          .map(({ one }) => one);
        expect(drawPanel(shuffled)).toEqual(panel);
        const exchanged = drawPanel(candidates.map((one) => ({ ...one, side: mirrorSide(one.side) })));
        expect(exchanged?.a.memberId).toBe(panel?.b.memberId);
        expect(exchanged?.b.memberId).toBe(panel?.a.memberId);
        expect(exchanged?.neutral.memberId).toBe(panel?.neutral.memberId);
      }),
    );
  });

  it('MOD-15: restricts with two of three, one of them of the author’s side or neutral; three always decide', () => {
    fc.assert(
      fc.property(verdicts, fc.constantFrom<Side>(...sides), (said, author) => {
        const outcome = panelOutcome(said, author);
        const forIt = seats.filter((side) => said[side] === 'enact');
        if (outcome === 'enact') {
          expect(forIt.length).toBeGreaterThanOrEqual(2);
          expect(forIt.includes(author) || forIt.includes('neutral')).toBe(true);
        }
        if (Object.keys(said).length < 2) expect(outcome).toBeUndefined();
        if (Object.keys(said).length === 3) expect(outcome).toBeDefined();
      }),
    );
  });

  it('decides the same with the sides exchanged', () => {
    fc.assert(
      fc.property(verdicts, fc.constantFrom<Side>(...sides), (said, author) => {
        const { a, b, neutral } = said;
        const exchanged: Verdicts = { ...(b && { a: b }), ...(a && { b: a }), ...(neutral && { neutral }) };
        expect(panelOutcome(exchanged, mirrorSide(author))).toBe(panelOutcome(said, author));
      }),
    );
  });
});
