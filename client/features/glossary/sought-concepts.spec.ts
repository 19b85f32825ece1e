import { describe, expect, it } from 'vitest';
import type { ConceptView } from '../../../shared/translation/glossary.schema.js';
import { soughtConcepts } from './sought-concepts';

const concept = (bg: string, mk: string, status: ConceptView['terms'][number]['status'], note = ''): ConceptView => ({
  id: bg,
  revision: 1,
  changedOn: '2026-05-01',
  terms: [
    { language: 'bg', form: bg, forms: [], stems: [], status },
    { language: 'mk', form: mk, forms: [], stems: [], status: 'preferred' },
  ],
  note: { bg: note, mk: note },
});

const glossary = [
  concept('яз', 'брана', 'preferred'),
  concept('вододелци', 'водари', 'contested', 'Упрек'),
  concept('бент', 'бент', 'admitted'),
];
const names = (words: string, status?: 'contested' | 'preferred', languages = ['bg', 'mk']): string[] =>
  soughtConcepts(glossary, { words, status }, languages).map(({ id }) => id);

describe('looking through the glossary', () => {
  it('shows all of it in the order of the language that stands first', () => {
    expect(names('')).toEqual(['бент', 'вододелци', 'яз']);
    expect(names('', undefined, ['mk', 'bg'])).toEqual(['бент', 'яз', 'вододелци']);
  });

  it('finds letters in the words of both sides and in notes, whatever their capitals', () => {
    expect(names('ВОДАР')).toEqual(['вододелци']);
    expect(names(' упрек ')).toEqual(['вододелци']);
    expect(names('xyz')).toEqual([]);
  });

  it('shows those with a word that stands so', () => {
    expect(names('', 'contested')).toEqual(['вододелци']);
    expect(names('б', 'preferred')).toEqual(['бент', 'яз']);
  });
});
