import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../server/platform/config/project-root.js';

/** A side of the screen where a side of the text is meant: it would stand wrong in every other direction. */
const sided =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)|left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/;

it('pages are laid out by the beginning and end of lines, and nothing by the left and right of the screen', () => {
  const client = join(projectRoot, 'client');
  const sheets = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(10);
  const found = sheets.flatMap((name) =>
    readFileSync(join(client, name), 'utf8')
      .split('\n')
      .filter((line) => sided.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
