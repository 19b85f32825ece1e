import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configurationPage, exampleEnvironment } from '../server/cli/config.command.js';
import { projectRoot } from '../server/platform/config/project-root.js';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const filesUnder = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'GOVERNANCE.md', ...filesUnder('docs', /\.md$/)];

/** Which test files name an id in the title of a test or of a group of tests. */
function shownBy(): Map<string, Set<string>> {
  const files = ['test', 'server', 'shared', 'client'].flatMap((folder) => filesUnder(folder, /\.spec\.tsx?$/));
  const shown = new Map<string, Set<string>>();
  for (const file of files) {
    for (const [, , title = ''] of read(file).matchAll(
      /\b(?:it|describe)(?:\.\w+\([^;]*?\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs,
    )) {
      for (const [id] of title.matchAll(/\b(?:SEC|REL|PRI|MOD|TRAP)-\d\d\b/g))
        shown.set(id, (shown.get(id) ?? new Set()).add(file));
    }
  }
  return shown;
}

/** The lines of docs/assurance.md: an id, and the files that show it; none when it is open. */
const assured = new Map(
  [...read('docs/assurance.md').matchAll(/^\| ((?:SEC|PRI|REL|MOD|TRAP)-\d\d)\s*\|[^|]*\|([^|]*)\|$/gm)].map(
    ([, id = '', by = '']) => [
      id,
      by.trim().startsWith('open:') ? [] : [...by.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
    ],
  ),
);

describe('the documentation', () => {
  it.each(pages)('%s links only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, link = '']) => link);
    for (const link of links) expect(existsSync(join(projectRoot, dirname(page), link)), link).toBe(true);
  });

  it('has the settings as the schema has them', () => {
    expect(read('docs/reference/configuration.md')).toBe(configurationPage());
    expect(read('.env.example')).toBe(exampleEnvironment());
  });

  it('numbers its decisions without a gap', () => {
    const numbers = readdirSync(join(projectRoot, 'docs/adr')).map((name) => Number(name.slice(0, 4)));
    expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, at) => at + 1));
  });
});

describe('docs/assurance.md', () => {
  it('has a line for every id that this stage answers for', () => {
    const range = (kind: string, last: number): string[] =>
      Array.from({ length: last }, (_, at) => `${kind}-${String(at + 1).padStart(2, '0')}`);
    const missing = [...range('SEC', 34), ...range('REL', 5), ...range('PRI', 4), ...range('TRAP', 16)].filter(
      (id) => !assured.has(id),
    );
    expect(missing).toEqual([]);
  });

  it('names of each id exactly the files whose test titles name it', () => {
    const shown = shownBy();
    for (const [id, files] of assured) expect(files.toSorted(), id).toEqual([...(shown.get(id) ?? [])].toSorted());
    expect([...shown.keys()].filter((id) => !assured.has(id))).toEqual([]);
  });
});
