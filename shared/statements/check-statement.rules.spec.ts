import { describe, expect, it } from 'vitest';
import { canonicalStatementJson } from './canonical.rules.js';
import { checkStatement, holds } from './check-statement.rules.js';
import type { RatifiedStatement } from './ratified.schema.js';

/** As browsers work it out, too. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex');
}

const id = (last: string): string => `0190f5a0-0000-7000-8000-00000000000${last}`;
const paragraph = (text: string) => [{ type: 'paragraph' as const, content: [{ text }] }];

const substance = {
  title: { bg: 'Вода', mk: 'Вода за сите' },
  languages: { a: 'bg', b: 'mk' },
  clauses: [
    { id: id('1'), texts: { a: paragraph('Едно.'), b: paragraph('Еден.') } },
    { id: id('2'), texts: { a: paragraph('Две.'), b: paragraph('Два.') } },
  ],
};
const canonical = canonicalStatementJson(substance);
const signature = (last: string, side: 'a' | 'b', kind: 'signed' | 'acceded' = 'signed') => ({
  organisation: { id: id(last), name: { en: last }, side },
  kind,
  on: '2026-05-01',
});
const statement: RatifiedStatement = {
  ...substance,
  id: id('0'),
  dyad: 'river',
  ratifiedOn: '2026-05-03',
  quorum: 1,
  signatures: [signature('3', 'a'), signature('4', 'b')],
  reservations: [],
  citations: [],
  canonical,
  hash: await sha256(canonical),
  erased: [],
  recordSeq: 4,
};

const check = (changed: Partial<RatifiedStatement>) => checkStatement({ ...statement, ...changed }, sha256);
/** The clauses with their texts of side b changed. */
const clauses = (change: (text: string) => string) =>
  ['Еден.', 'Два.'].map((text, at) => ({
    id: id(String(at + 1)),
    texts: { a: paragraph(at === 0 ? 'Едно.' : 'Две.'), b: paragraph(change(text)) },
  }));

describe('checking a ratified statement', () => {
  it('finds a true one true', async () => {
    const found = await check({});
    expect(found).toEqual({
      hash: statement.hash,
      isErased: false,
      hashHolds: true,
      textsHold: true,
      differences: [],
      quorumHolds: true,
    });
    expect(holds(found)).toBe(true);
  });

  it('does not mind how the same text was typed', async () => {
    const typed = clauses((text) => ` ${text.normalize('NFD')}`);
    expect(holds(await check({ clauses: typed }))).toBe(true);
  });

  it('finds a changed clause, and says which', async () => {
    const found = await check({ clauses: clauses((text) => text.replace('Два', 'Три')) });
    expect(found).toMatchObject({ hashHolds: true, textsHold: false, differences: [{ clause: 2 }] });
    expect(holds(found)).toBe(false);
  });

  it.each([
    ['title', { title: { bg: 'Вода', mk: 'Вода' } }],
    ['title', { title: { ...substance.title, en: 'Water' } }],
    ['languages', { languages: { a: 'bg', b: 'sr' } }],
    ['clauses', { clauses: substance.clauses.slice(0, 1) }],
  ] as const)('finds another %s', async (part, changed) => {
    expect(await check(changed as Partial<RatifiedStatement>)).toMatchObject({ textsHold: false, differences: [part] });
  });

  it('finds clauses in another order', async () => {
    const found = await check({ clauses: substance.clauses.toReversed() });
    expect(found.differences).toEqual([{ clause: 1 }, { clause: 2 }]);
  });

  it('finds characters that are not those of the fingerprint, even when they are those of the texts', async () => {
    const other = { ...substance, title: { bg: 'Въздух', mk: 'Воздух' } };
    const found = await check({ ...other, canonical: canonicalStatementJson(other) });
    expect(found).toMatchObject({ hashHolds: false, textsHold: true });
    expect(found.hash).not.toBe(statement.hash);
  });

  it.each(['', '{', 'null', '[]', '{"clauses":7}'])(
    'does not break on characters that are no statement: %j',
    async (rubbish) => {
      const found = await check({ canonical: rubbish, hash: await sha256(rubbish) });
      expect(found).toMatchObject({ hashHolds: true, textsHold: false });
    },
  );

  it('counts organisations of each side that signed in time, each once', async () => {
    const quorumHolds = async (...signatures: RatifiedStatement['signatures']) =>
      (await check({ quorum: 2, signatures })).quorumHolds;
    const [a, b] = [signature('3', 'a'), signature('4', 'b')];
    expect(await quorumHolds(a, signature('5', 'a'), b, signature('6', 'b'))).toBe(true);
    expect(await quorumHolds(a, a, b, signature('6', 'b'))).toBe(false);
    expect(await quorumHolds(a, signature('5', 'a'), b, signature('6', 'b', 'acceded'))).toBe(false);
    expect(await quorumHolds(a, b)).toBe(false);
  });
});
