import { describe, expect, it } from 'vitest';
import { bulkMost } from '../../../../shared/moderation/proposal.rules.js';
import { deskItemOf, person } from '../specimens';
import type { Moderator } from '../possible-acts';
import { chosen, isSelectable, nothingSelected, toggled } from './selection';

const me: Moderator = { id: 'me', side: 'a', roles: ['moderator'] };
const ids = Array.from({ length: bulkMost + 1 }, (_, at) => `item-${at}`);

describe('MOD-32: what is selected for one decision', () => {
  it('is chosen and let go of one by one', () => {
    const two = toggled(toggled(nothingSelected, 'x'), 'y');
    expect([...two]).toEqual(['x', 'y']);
    expect([...toggled(two, 'x')]).toEqual(['y']);
  });

  it('is never more than can be decided together', () => {
    const full = ids.reduce(toggled, nothingSelected);
    expect(full.size).toBe(bulkMost);
    expect(full.has(ids[bulkMost] ?? '')).toBe(false);
    expect(toggled(full, ids[0] ?? '').size).toBe(bulkMost - 1);
  });

  it('is only what one could propose about alone, in the order of the list', () => {
    const waiting = deskItemOf({ id: 'x' });
    const own = deskItemOf({ id: 'own', author: person('me', 'a') });
    const decided = deskItemOf({ id: 'decided', state: 'returned' });
    const other = deskItemOf({ id: 'y', state: 'in_review' });
    expect([waiting, own, decided, other].map((item) => isSelectable(item, me))).toEqual([true, false, false, true]);
    const selection = new Set(['y', 'decided', 'x', 'gone']);
    expect(chosen(selection, [waiting, own, decided, other], me)).toEqual([waiting, other]);
  });
});
