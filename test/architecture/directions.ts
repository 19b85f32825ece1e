import { allImports, type Import } from './imports.js';
import type { Finding, Rule } from './source.js';

/**
 * The parts of the server from the floor to the roof. A part may import those in rows above it; parts in one row do not
 * know each other.
 */
const serverOrder: readonly (readonly string[])[] = [
  ['platform'],
  ['identity'],
  ['dyads'],
  ['record', 'moderation', 'translation'],
  ['forums', 'documents'],
  ['statements'],
  ['commitments'],
  ['publication', 'notifications'],
  ['process'],
];

/** What the process is made of: it starts, fills and serves the modules, and nothing imports it. */
const processFolders = new Set(['cli', 'demo', 'launch']);

/** Packages that only tests import, wherever they stand. */
const testPackages = new Set(['vitest', 'fast-check']);

/** Folders of `shared` that import nothing outside themselves, not even zod. */
const closedFolders = ['shared/log/', 'shared/opinion/engine/'];

/** The parts of the client; each may import those named beside it and itself. */
const clientOrder: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  ui: ['lib'],
  features: ['lib', 'ui'],
  app: ['lib', 'ui', 'features'],
  testing: ['lib', 'ui', 'features', 'app'],
  root: ['lib', 'ui', 'features', 'app'],
};

const topOf = (path: string): string => path.split('/')[0] ?? '';

/** Which part of the server a file belongs to. */
export function serverPart(path: string): string {
  const [, folder = '', module = ''] = path.split('/');
  if (folder === 'modules') return module;
  return folder === 'platform' ? 'platform' : processFolders.has(folder) || folder.includes('.') ? 'process' : folder;
}

const rankOf = (part: string): number => serverOrder.findIndex((row) => row.includes(part));

function clientPart(path: string): string {
  const [, folder = ''] = path.split('/');
  return folder.includes('.') ? 'root' : folder;
}

const finding = ({ from, line, to }: Import, advice: string): Finding[] => [
  { path: from, line, message: `imports ${to}: ${advice}` },
];

function ofShared(one: Import): Finding[] {
  const closed = closedFolders.find((folder) => one.from.startsWith(folder));
  if (closed !== undefined && !one.to.startsWith(closed)) return finding(one, `${closed} stands alone`);
  if (one.isPackage && one.to !== 'zod') return finding(one, 'shared imports zod and itself, since it runs everywhere');
  return one.isPackage || topOf(one.to) === 'shared' ? [] : finding(one, 'shared imports nothing but shared');
}

function ofServer(one: Import): Finding[] {
  if (one.isPackage || topOf(one.to) === 'shared') return [];
  if (topOf(one.to) !== 'server') return finding(one, 'the server imports itself and shared');
  const [from, to] = [serverPart(one.from), serverPart(one.to)];
  if (from === to) return [];
  if (rankOf(from) < 0 || rankOf(to) < 0)
    return finding(one, `${from} or ${to} has no place in the order of modules yet`);
  if (rankOf(from) > rankOf(to)) return [];
  return finding(one, `${from} may not know ${to}; let ${from} declare a port or record a fact that ${to} reacts to`);
}

function ofClient(one: Import): Finding[] {
  if (one.isPackage) {
    const foreign = one.to.startsWith('node:') && !one.from.endsWith('.config.ts');
    return foreign ? finding(one, 'this runs in a browser') : [];
  }
  if (topOf(one.to) === 'shared' || topOf(one.to) === 'locales') return [];
  if (topOf(one.to) !== 'client') return finding(one, 'the client imports itself and shared');
  const [from, to] = [clientPart(one.from), clientPart(one.to)];
  if (from === to) {
    const [feature, other] = [one.from, one.to].map((path) => path.split('/')[2]);
    return from !== 'features' || feature === other
      ? []
      : finding(one, 'features do not know each other; a page composes them');
  }
  return clientOrder[from]?.includes(to) ? [] : finding(one, `client/${from} may not know client/${to}`);
}

const rules: Readonly<Record<string, (one: Import) => Finding[]>> = {
  shared: ofShared,
  server: ofServer,
  client: ofClient,
};

export const directions: Rule = {
  name: 'imports go one way',
  find: (sources) =>
    allImports(sources)
      .filter(({ to, from }) => !(testPackages.has(to) && /\.spec\.tsx?$/.test(from)))
      .flatMap((one) => rules[topOf(one.from)]?.(one) ?? []),
};
