import { describe, expect, it } from 'vitest';
import { contentKinds } from '../../../../shared/moderation/content-kind.rules.js';
import type { CaseEvent } from './case-event.js';
import { historyOf } from './case-reading.js';

const at = new Date('2026-03-01T08:00:00Z');

const event = (change: Partial<CaseEvent>): CaseEvent => ({
  id: 'event',
  itemId: 'item',
  type: 'submit',
  state: 'live',
  side: null,
  reason: null,
  automated: false,
  detected: false,
  at,
  origin: null,
  mode: null,
  measure: null,
  verdict: null,
  isProxy: false,
  sanction: null,
  ...change,
});

describe('what is read from events', () => {
  it('is of every kind a case, and of posts alone how many were published', () => {
    const read = contentKinds.map((kind) => {
      const origin = { kind, authorId: 'author', authorSide: 'a', amends: false } as const;
      const reported = event({ id: 'report', type: 'report', state: 'in_review', side: 'b', reason: 'SPAM' });
      const { cases, reports, published } = historyOf([event({ origin }), reported]);
      return [kind, cases.length, reports.length, published.length];
    });
    expect(read).toEqual([
      ['post', 1, 1, 1],
      ['translation', 1, 1, 0],
      ['name', 1, 1, 0],
      ['statement', 1, 1, 0],
    ]);
  });
});
