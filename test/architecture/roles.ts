import { allImports, type Import } from './imports.js';
import type { Finding, Rule } from './source.js';

const roleNames =
  'module controller service query reader port events repository entity view policy lifecycle rules act tables'.split(
    ' ',
  );

/** What a file is for, by the last word of its name: `post.service.ts` is a service; a file without one is `other`. */
function roleOf(path: string): string {
  if (path.includes('/migrations/')) return 'migration';
  const role = /\.([a-z]+)\.tsx?$/.exec(path)?.[1] ?? '';
  return roleNames.includes(role) ? role : 'other';
}

/** What a file of each role never imports from its own module. */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  controller: ['repository', 'entity', 'lifecycle', 'module', 'migration', 'tables'],
  service: ['controller', 'module', 'entity', 'migration', 'tables'],
  query: ['controller', 'module', 'entity', 'migration', 'tables'],
  reader: ['controller', 'module', 'entity', 'migration', 'tables'],
  port: ['controller', 'module', 'entity', 'migration', 'tables'],
  other: ['controller', 'module', 'entity', 'migration', 'tables'],
  act: ['controller', 'module', 'entity', 'migration', 'tables'],
  events: ['controller', 'module', 'service', 'repository', 'entity', 'query', 'view', 'other'],
  repository: ['controller', 'module', 'service', 'query', 'view', 'policy', 'reader', 'act'],
  entity: roleNames.filter((role) => role !== 'entity'),
  view: ['controller', 'module', 'service', 'query', 'act', 'reader'],
};

const pure = new Set(['policy', 'lifecycle', 'rules']);
const withoutNest = new Set(['policy', 'lifecycle', 'rules', 'view', 'events', 'entity', 'migration', 'tables']);

/** The only other file that may know TypeORM: it provides the connection. */
const connectionProvider = 'server/platform/platform.module.ts';

const isSpecPath = (path: string): boolean => /\.spec\.tsx?$/.test(path);
const folderOf = (path: string): string => path.split('/').slice(0, 3).join('/');

function withinModule(one: Import): Finding[] {
  if (one.isPackage || !one.from.startsWith('server/modules/')) return [];
  const role = roleOf(one.from);
  const found = (advice: string): Finding[] => [
    { path: one.from, line: one.line, message: `imports ${one.to}: ${advice}` },
  ];
  if (pure.has(role)) {
    const fine = one.to.startsWith('shared/') || pure.has(roleOf(one.to));
    return fine ? [] : found(`a ${role} is pure and imports only shared`);
  }
  if (folderOf(one.from) !== folderOf(one.to)) return [];
  return forbidden[role]?.includes(roleOf(one.to)) ? found(`a ${role} does not know a ${roleOf(one.to)}`) : [];
}

function frameworks({ from, to, line, typeOnly }: Import): Finding[] {
  const role = roleOf(from);
  const mayTypeOrm =
    role === 'entity' || role === 'repository' || role === 'migration' || from.startsWith('server/platform/database/');
  if (to === 'typeorm' && !mayTypeOrm && from !== connectionProvider) {
    return [
      {
        path: from,
        line,
        message: 'imports typeorm: only entities, repositories, migrations and platform/database do',
      },
    ];
  }
  if (to.startsWith('@nestjs/') && withoutNest.has(role) && !typeOnly) {
    return [{ path: from, line, message: `imports ${to}: a ${role} is plain TypeScript` }];
  }
  return [];
}

export const roles: Rule = {
  name: 'files keep to their role',
  find: (sources) =>
    allImports(sources)
      .filter(({ from }) => from.startsWith('server/') && !isSpecPath(from))
      .flatMap((one) => [...withinModule(one), ...frameworks(one)]),
};
