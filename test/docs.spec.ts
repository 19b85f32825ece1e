import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configurationPage, exampleEnvironment } from '../server/cli/config.command.js';
import { projectRoot } from '../server/platform/config/project-root.js';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

describe('the documentation', () => {
  it.each(pages)('%s links only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, link = '']) => link);
    for (const link of links) expect(existsSync(join(projectRoot, dirname(page), link)), link).toBe(true);
  });

  it('names in docs/assurance.md only tests that are there and name the id', () => {
    const lines = read('docs/assurance.md').matchAll(/^\| ((?:SEC|PRI|REL|MOD)-\d\d)\s*\|[^|]*\| ([^|]*)\|$/gm);
    let shown = 0;
    for (const [, id = '', by = ''] of lines) {
      if (by.startsWith('open:')) continue;
      const files = [...by.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
      expect(files.length, id).toBeGreaterThan(0);
      for (const file of files) expect(read(file), `${id} in ${file}`).toContain(id);
      shown += 1;
    }
    expect(shown).toBeGreaterThan(40);
  });

  it('has the settings as the schema has them', () => {
    const plain = (text: string): string => text.replaceAll(/[ -]+/g, ' ').trim();
    expect(plain(read('docs/reference/configuration.md'))).toBe(plain(configurationPage()));
    expect(read('.env.example').startsWith(exampleEnvironment())).toBe(true);
  });
});
