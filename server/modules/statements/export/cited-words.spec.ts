import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../platform/config/project-root.js';
import { Sentences } from '../../../platform/i18n/sentences.js';
import { sayCited } from './cited-words.js';

const sentences = new Sentences(join(projectRoot, 'locales'));
const words = {
  language: 'en',
  sentences,
  day: (day: string) => `the day ${day}`,
  site: 'https://entente.example/d/river',
};
const cited = { seq: 7, on: '2026-01-02', kind: 'disclosure.published' } as const;

describe('a footnote in a file, to an entry of the record', () => {
  it('says what the entry says', () => {
    const entry = { ...cited, about: { kind: 'funding', title: { en: 'Money of the council' } }, erased: [] };
    expect(sayCited({ kind: 'record', of: '7', entry }, words).words).toContain('Money of the council');
  });

  it('PRI-13: says of an erased text that it was erased, on which day and why', () => {
    const erased = [{ on: '2026-03-04', ground: 'court' } as const];
    const said = sayCited({ kind: 'record', of: '7', entry: { ...cited, about: { kind: 'funding' }, erased } }, words);
    expect(said.words).toContain('[erased]');
    expect(said.words).toContain('Erased on the day 2026-03-04: a court ordered it.');
  });

  it('says of an entry about an erasure which entry, when and why', () => {
    const about = { index: 3, digests: [], ground: 'art17', erased_on: '2026-03-04' };
    const entry = { ...cited, kind: 'record.erased' as const, about, erased: [] };
    const said = sayCited({ kind: 'record', of: '8', entry }, words);
    expect(said.words).toContain('entry 3 was erased on the day 2026-03-04: its person asked for it');
  });
});
