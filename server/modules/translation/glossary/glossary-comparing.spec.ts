import { describe, expect, it } from 'vitest';
import type { ReadConcept } from '../interchange/read-concept.js';
import { compared } from './glossary-comparing.js';
import type { RevisionRow } from './glossary.repository.js';

const words = (bg: string, mk: string) => ({
  note: { bg: 'Бележка.', mk: 'Белешка.' },
  terms: [
    { language: 'bg', form: bg, forms: [], stems: [], status: 'preferred' as const },
    { language: 'mk', form: mk, forms: [], stems: [], status: 'preferred' as const },
  ],
});

const standing = (concept: string, version: number, bg: string, mk: string): RevisionRow => ({
  concept,
  version,
  type: 'added',
  at: new Date(0),
  ...words(bg, mk),
});

const brought = (line: number, name: string, bg: string, mk: string): ReadConcept => ({
  line,
  name,
  content: words(bg, mk),
});

const river = standing('r', 1, 'река', 'река');
const bridge = standing('b', 2, 'мост', 'мост');

describe('a file beside the glossary', () => {
  it('is about entries by their name, else by a word of theirs, and leaves the others as they are', () => {
    const { changes, report } = compared(
      [brought(2, 'r', 'Река', 'река'), brought(3, 'x', 'мост', 'мост'), brought(4, '', 'път', 'пат')],
      [river, bridge],
    );
    expect(report).toEqual({ added: 1, changed: 1, unchanged: 1, left: 0, problems: [] });
    expect(changes).toMatchObject([
      {
        type: 'changed',
        concept: 'r',
        revision: 1,
        terms: [{ form: 'Река' }, {}],
        from: { terms: [{ form: 'река' }, {}] },
      },
      { type: 'added', terms: [{ form: 'път' }, { form: 'пат' }] },
    ]);
  });

  it('may move a word from one entry to another, and swap words of two', () => {
    const swapped = [brought(2, 'r', 'мост', 'мост'), brought(3, 'b', 'река', 'река')];
    expect(compared(swapped, [river, bridge]).report).toMatchObject({ changed: 2, left: 0 });
  });

  it('leaves out what would put a word in two entries, and what depends on that', () => {
    // The third would keep the words of r where they are, so the first cannot have them.
    const { report, changes } = compared(
      [
        brought(2, '', 'река', 'вода'),
        brought(3, 'b', 'път', 'пат'),
        brought(4, '', 'ПЪТ', 'друм'),
        { line: 5, name: 'x', problem: 'note_missing' },
      ],
      [standing('r', 1, 'река', 'река'), bridge, standing('w', 3, 'вода', 'вода')],
    );
    expect(report.problems).toEqual([
      { line: 2, problem: 'several_entries' },
      { line: 4, problem: 'word_elsewhere' },
      { line: 5, problem: 'note_missing' },
    ]);
    expect(changes).toMatchObject([{ type: 'changed', concept: 'b' }]);
    const chain = compared(
      [brought(2, '', 'мост', 'кон'), brought(3, 'r', 'кон', 'кон'), brought(4, 'b', 'река', 'x')],
      [river, bridge],
    );
    expect(chain.report.problems).toEqual([
      { line: 3, problem: 'word_elsewhere' },
      { line: 4, problem: 'twice' },
    ]);
    expect(chain.changes).toMatchObject([
      { type: 'changed', concept: 'b', terms: [{ form: 'мост' }, { form: 'кон' }] },
    ]);
  });
});
