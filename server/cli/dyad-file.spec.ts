import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigurationError } from '../platform/config/config.js';
import { projectRoot } from '../platform/config/project-root.js';
import { readDyadFile, type DyadFile } from './dyad-file.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-dyad-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const guide = readFileSync(join(projectRoot, 'docs', 'how-to', 'found-a-dyad.md'), 'utf8');
const [, written = ''] = /```json\n([\s\S]+?)```/.exec(guide) ?? [];
const example = (): DyadFile => JSON.parse(written) as DyadFile;

function read(content: unknown): DyadFile {
  const file = join(folder, 'dyad.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readDyadFile(file);
}

describe('the file of a new dyad', () => {
  it('is as the guide shows it', () => {
    expect(read(written)).toEqual(example());
  });

  const mistakes: [string, unknown, RegExp][] = [
    ['is not JSON', '{', /it is not JSON/],
    ['has a key nobody asked for', { ...example(), steward: 'me' }, /steward/],
    ['has no charter', { ...example(), charter: [] }, /charter/],
    ['names itself in one language only', { ...example(), name: { en: 'Two', el: 'Δύο' } }, /name\.tr/],
    [
      'has an article for one side only',
      { ...example(), charter: [{ number: 1, title: { el: 'Α', tr: 'A' }, body: { el: 'Α', tr: ' ' } }] },
      /charter\[0\]\.body\.tr/,
    ],
    [
      'discloses to one side only',
      { ...example(), disclosures: [{ kind: 'funding', title: { el: 'Α' }, body: { el: 'Α', tr: 'A' } }] },
      /disclosures\[0\]\.title\.tr/,
    ],
    ['numbers two articles alike', { ...example(), charter: [1, 2].flatMap(() => example().charter) }, /same number/],
    [
      'gives both sides one language',
      { ...example(), sides: { a: example().sides.a, b: { ...example().sides.b, language: 'el' } } },
      /not the same/,
    ],
  ];
  it.each(mistakes)('is refused when it %s, and told where', (_, content, message) => {
    expect(() => read(content)).toThrow(ConfigurationError);
    expect(() => read(content)).toThrow(message);
  });

  it('is asked for by name when it cannot be read', () => {
    expect(() => readDyadFile(join(folder, 'absent.json'))).toThrow(/absent\.json cannot be read/);
  });
});
