import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, statementChanges, type ClauseChange, type ClauseOf } from './statement-changes.js';
import type { StatementText } from './statement-text.schema.js';

const text = (words: string): StatementText => [{ type: 'paragraph', content: [{ text: words }] }];
const clause = (id: string, a = id, b = id): ClauseOf => ({ id, texts: { a: text(a), b: text(b) } });

const said = (changes: readonly ClauseChange[]): string[] =>
  changes.map((change) => {
    if (change.type === 'added') return `+${change.after.id}`;
    if (change.type === 'removed') return `-${change.before.id}`;
    return `${change.after.id}${change.changed ? ' changed' : ''}${change.moved ? ' moved' : ''}`;
  });

describe('what changed between two states of a statement', () => {
  it('says what came, went, changed and moved', () => {
    const before = ['a', 'b', 'c', 'd'].map((id) => clause(id));
    expect(said(statementChanges(before, before))).toEqual(['a', 'b', 'c', 'd']);
    const after = [clause('d'), clause('a'), clause('x'), clause('c', 'c', 'other')];
    expect(said(statementChanges(before, after))).toEqual(['d moved', 'a', '-b', '+x', 'c changed']);
  });

  it('finds no change in how a text was typed', () => {
    const typed: ClauseOf = { id: 'a', texts: { a: [...text('a'), ...text(' ')], b: text('a ') } };
    expect(isSame(statementChanges([clause('a')], [typed]))).toBe(true);
  });

  const clauses = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(...'abcdefg'), fc.constantFrom('вода', 'мост'), fc.constantFrom('река', 'мир'))
      .map(([id, a, b]) => clause(id, a, b)),
    { selector: ({ id }) => id },
  );

  it('keeps both: without what was added it is the one, without what was removed the other', () => {
    fc.assert(
      fc.property(clauses, clauses, (before, after) => {
        const changes = statementChanges(before, after);
        const later = changes.flatMap((one) => ('after' in one ? [one.after] : []));
        const earlier = changes.flatMap((one) => ('before' in one ? [one.before] : []));
        expect(later.map(({ id, texts }) => ({ id, texts }))).toEqual(after);
        expect(
          earlier.toSorted((one, other) => one.number - other.number).map(({ id, texts }) => ({ id, texts })),
        ).toEqual(before);
        expect(isSame(changes)).toBe(JSON.stringify(before) === JSON.stringify(after));
      }),
    );
  });

  it('is turned round when the states are: what was added is removed, and as many have moved', () => {
    fc.assert(
      fc.property(clauses, clauses, (before, after) => {
        const [there, back] = [statementChanges(before, after), statementChanges(after, before)];
        const of = (changes: readonly ClauseChange[], type: string) =>
          changes.filter((one) => one.type === type).map((one) => ('after' in one ? one.after.id : one.before.id));
        expect(of(there, 'added').toSorted()).toEqual(of(back, 'removed').toSorted());
        const moved = (changes: readonly ClauseChange[]) =>
          changes.filter((one) => one.type === 'kept' && one.moved).length;
        expect(moved(there)).toBe(moved(back));
      }),
    );
  });

  it('is the same with the sides exchanged', () => {
    const mirrored = ({ id, texts: { a, b } }: ClauseOf): ClauseOf => ({ id, texts: { a: b, b: a } });
    fc.assert(
      fc.property(clauses, clauses, (before, after) => {
        expect(said(statementChanges(before.map(mirrored), after.map(mirrored)))).toEqual(
          said(statementChanges(before, after)),
        );
      }),
    );
  });
});
