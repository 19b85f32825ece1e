import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../server/platform/config/project-root.js';

interface Manifest {
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const read = (path: string): Manifest => JSON.parse(readFileSync(join(projectRoot, path, 'package.json'), 'utf8'));

type Version = readonly number[];

const versionOf = (written: string): Version => written.split('.').map((part) => Number.parseInt(part, 10) || 0);
const isBefore = (one: Version, other: Version): boolean => {
  const at = [0, 1, 2].find((place) => (one[place] ?? 0) !== (other[place] ?? 0));
  return at !== undefined && (one[at] ?? 0) < (other[at] ?? 0);
};

/** Whether a version is in a range as manifests of packages have them (node-semver), of the forms that occur for Node. */
const fits = (version: Version, range: string): boolean =>
  range.split('||').some((choice) =>
    [...choice.matchAll(/(>=|<=|<|>|\^|~|=|)\s*v?(\d[\d.x*]*)/g)].every(([, sign = '', written = '']) => {
      const bound = versionOf(written);
      switch (sign) {
        case '>=':
          return !isBefore(version, bound);
        case '>':
          return isBefore(bound, version);
        case '<':
          return isBefore(version, bound);
        case '<=':
          return !isBefore(bound, version);
        case '~':
          return !isBefore(version, bound) && version[0] === bound[0] && version[1] === (bound[1] ?? version[1]);
        default:
          return !isBefore(version, bound) && version[0] === bound[0];
      }
    }),
  );

describe('the oldest Node that is supported', () => {
  const own = read('.');
  const oldest = versionOf(/\d[\d.]*/.exec(own.engines?.node ?? '')?.[0] ?? '');

  it('is told from a newer one', () => {
    expect([fits([20, 19], '>=22'), fits([20, 19], '^18 || >=20.19 <25'), fits([20, 19], '^22.13')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('TRAP-11: runs every package that this one names, the tools for sentences among them', () => {
    const named = Object.keys({ ...own.dependencies, ...own.devDependencies });
    expect(named).toContain('i18next');
    const tooNew = named.filter((name) => !fits(oldest, read(`node_modules/${name}`).engines?.node ?? '>=0'));
    expect(tooNew).toEqual([]);
  });
});
