import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { languages } from '../shared/language/language.js';
import { reasonCodes, type ReasonVersion } from '../shared/moderation/reasons.js';
import { isSpec, readSources } from './architecture/source.js';
import { filesOf, readCatalogue, readJson, type LanguageRow, type SameAsEnglish } from './locales/catalogue.js';
import { checks } from './locales/checks.js';
import { earlyUses } from './locales/early-uses.js';
import { unsaidValues } from './locales/closed-lists.js';
import { unsaidFailures } from './locales/failure-sentences.js';
import { buttonKeys, missingParameters, unknownUses, unusedKeys } from './locales/use-checks.js';
import { usesIn } from './locales/usage.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'locales');
const english = readCatalogue(folder, 'en');
const rows: readonly LanguageRow[] = Object.entries(languages).map(([code, facts]) => ({
  code,
  ...facts,
  status: 'complete',
}));
const same = readJson<SameAsEnglish>(join(folder, '_meta', 'same-as-english.json'), {});
const sources = readSources(root, ['client', 'shared']);
const uses = sources.filter((source) => source.path.startsWith('client/') && !isSpec(source)).flatMap(usesIn);
const buttons = buttonKeys(uses, english);

describe('the list of languages', () => {
  it('is what pages know of them', () => {
    const listed = readJson<readonly LanguageRow[]>(join(folder, 'languages.json'), []);
    expect(listed.filter(({ status }) => status === 'complete')).toEqual(rows);
  });

  it('is what there are files of', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith('_'),
    );
    const listed = readJson<readonly LanguageRow[]>(join(folder, 'languages.json'), []);
    expect(folders.map(({ name }) => name).toSorted()).toEqual(listed.map(({ code }) => code).toSorted());
  });
});

describe('the sentences of the interface', () => {
  it('exist where the client asks for them', () => expect(unknownUses(uses, english)).toEqual([]));
  it('are all asked for', () => expect(unusedKeys(uses, english)).toEqual([]));
  it('are there when a page asks for them', () => {
    const later = filesOf(join(folder, 'en'), 'pages').map((file) => basename(file, '.json'));
    expect(later.length).toBeGreaterThan(0);
    expect(earlyUses(sources, uses, new Set(later))).toEqual([]);
  });
  it('are given what they put in', () => expect(missingParameters(uses, english)).toEqual([]));
});

describe.each(rows)('$code', (row) => {
  const other = readCatalogue(folder, row.code);

  it('has a file of every namespace', () => expect(filesOf(folder, row.code)).toEqual(filesOf(folder, 'en')));

  it('says every failure', () => expect(unsaidFailures(other)).toEqual([]));
  it('has words for every value of closed lists', () => expect(unsaidValues(other)).toEqual([]));

  it.each(Object.keys(checks))('%s', (name) => {
    const compared = { row, english, other, buttons, same: row.code === 'en' ? { en: [...english.keys()] } : same };
    expect(checks[name]?.(compared)).toEqual([]);
  });
});

describe('the sentences of reasons', () => {
  /** What each version said on the day it came into force, in every language; another wording is another version. */
  const asInForce: Readonly<Record<ReasonVersion, string>> = {
    1: '735c72247129518590092afbb1138a33f59adde7e83a5bb4d7c1db88459f32e6',
  };

  it('MOD-21: say what they said when somebody was told them', () => {
    for (const [version, fingerprint] of Object.entries(asInForce)) {
      const said = rows.map(({ code }) =>
        [...readCatalogue(folder, code)].filter(([key]) => key.startsWith(`notices:reason.${version}.`)).toSorted(),
      );
      expect(said.flat()).toHaveLength(rows.length * reasonCodes.length);
      expect(createHash('sha256').update(JSON.stringify(said)).digest('hex')).toBe(fingerprint);
    }
  });
});
