import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from './architecture/rules.js';
import { readSources } from './architecture/source.js';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('architecture', () => {
  const sources = readSources(root, ['server', 'shared', 'client']);

  it('is read from the whole program', () => {
    const tops = new Set(sources.map(({ path }) => path.split('/')[0]));
    expect(tops).toEqual(new Set(['client', 'server', 'shared']));
    expect(sources.length).toBeGreaterThan(200);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    const said = rule.find(sources).map(({ path, line, message }) => `${path}:${line} ${message}`);
    expect(said).toEqual([]);
  });
});
