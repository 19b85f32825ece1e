import { describe, expect, it } from 'vitest';
import { borders } from './borders.js';
import { lightClient, network } from './browser.js';
import { cycles } from './cycles.js';
import { directions } from './directions.js';
import { environment, escapes, forwardReferences } from './escapes.js';
import { habits, openings } from './habits.js';
import { outgoing } from './outgoing.js';
import { platformWords } from './platform-words.js';
import { roles } from './roles.js';
import { rules } from './rules.js';
import { sizes } from './sizes.js';
import { sourceOf, type Rule } from './source.js';
import { sql } from './sql.js';
import { suppressions, suppressionsUpTo } from './suppressions.js';

type Files = Readonly<Record<string, string>>;

const lines = (count: number): string => 'x();\n'.repeat(count);

/** What a rule finds in files that exist only here. */
const found = (rule: Rule, files: Files): string[] =>
  rule
    .find(Object.entries(files).map(([path, text]) => sourceOf(path, text)))
    .map(({ path, message }) => `${path}: ${message}`);

/** A planted violation of every rule, with a word of what must be said about it. */
const planted: readonly (readonly [Rule, string, Files])[] = [
  [directions, 'nothing but shared', { 'shared/a.ts': "import '../server/main.js';" }],
  [directions, 'zod and itself', { 'shared/a.ts': "import { join } from 'node:path';" }],
  [directions, 'stands alone', { 'shared/log/tree.ts': "import '../language/fields.js';" }],
  [directions, 'itself and shared', { 'server/main.ts': "import '../client/main.js';" }],
  [directions, 'itself and shared', { 'client/main.tsx': "import type { A } from '../server/main.js';" }],
  [directions, 'runs in a browser', { 'client/main.tsx': "import 'node:fs';" }],
  [directions, 'platform may not know forums', { 'server/platform/a.ts': "import '../modules/forums/forum.port.js';" }],
  [
    directions,
    'record may not know moderation',
    { 'server/modules/record/a.ts': "import '../moderation/desk.reader.js';" },
  ],
  [
    directions,
    'identity may not know dyads',
    { 'server/modules/identity/a.ts': "const a = await import('../dyads/a.port.js');" },
  ],
  [directions, 'forums may not know process', { 'server/modules/forums/a.ts': "export * from '../../app.module.js';" }],
  [directions, 'no place in the order', { 'server/modules/new-one/a.ts': "import '../forums/forum.port.js';" }],
  [directions, 'a page composes them', { 'client/features/forum/a.tsx': "import '../desk/b';" }],
  [directions, 'client/ui may not know client/features', { 'client/ui/a.tsx': "import '../features/desk/b';" }],
  [directions, 'client/lib may not know client/ui', { 'client/lib/a.ts': "import '../ui/b';" }],
  [
    borders,
    'private to dyads',
    { 'server/modules/forums/a.ts': "import type { A } from '../dyads/member.repository.js';" },
  ],
  [borders, 'private to forums', { 'server/demo/a.ts': "import '../modules/forums/post.service.js';" }],
  [borders, 'private to forums', { 'server/serve.ts': "import './modules/forums/forums.tables.js';" }],
  [roles, 'does not know a repository', { 'server/modules/forums/a.controller.ts': "import './a.repository.js';" }],
  [roles, 'does not know a controller', { 'server/modules/forums/a.service.ts': "import './a.controller.js';" }],
  [roles, 'does not know a entity', { 'server/modules/forums/a.service.ts': "import './a.entity.js';" }],
  [roles, 'imports only shared', { 'server/modules/forums/a.policy.ts': "import '../../platform/clock/clock.js';" }],
  [roles, 'imports only shared', { 'server/modules/forums/a.lifecycle.ts': "import './a.service.js';" }],
  [roles, 'only entities, repositories', { 'server/modules/forums/a.service.ts': "import { In } from 'typeorm';" }],
  [roles, 'only entities, repositories', { 'server/platform/http/a.ts': "import type { DataSource } from 'typeorm';" }],
  [roles, 'plain TypeScript', { 'server/modules/forums/a.view.ts': "import { Injectable } from '@nestjs/common';" }],
  [
    cycles,
    'shared/a.ts -> shared/b.ts -> shared/a.ts',
    { 'shared/a.ts': "import './b.js';", 'shared/b.ts': "import type { A } from './a.js';" },
  ],
  [
    cycles,
    'client/a.ts -> client/b.tsx',
    { 'client/a.ts': "import './b';", 'client/b.tsx': "export { A } from './a';" },
  ],
  [platformWords, 'says "thread"', { 'server/platform/a.ts': 'const openThread = 1;' }],
  [platformWords, 'says "charter"', { 'server/platform/a.ts': "say('charter.adopted');" }],
  [platformWords, "the domain's", { 'server/platform/a.ts': "import '../../shared/forums/post.schema.js';" }],
  [forwardReferences, 'turn the dependence', { 'server/a.ts': 'inject(forwardRef(() => A));' }],
  [escapes, 'says `any`', { 'shared/a.ts': 'const a: Map<string, any> = b;' }],
  [escapes, 'says `!`', { 'client/a.tsx': 'const a = <b>{c!.d}</b>;' }],
  [escapes, 'says `as unknown as`', { 'server/a.ts': 'const a = (b as unknown) as C;' }],
  [
    suppressions,
    'silences a tool',
    { 'server/a.ts': '// oxlint-disable-next-line no-console -- because\nconsole.log();' },
  ],
  [suppressionsUpTo(5), 'no reason', { 'server/a.ts': '/* @ts-expect-error */ a.b();' }],
  [environment, 'from the Config', { 'server/modules/forums/a.ts': "const a = process.env['A'];" }],
  [sizes, '301 lines', { 'server/a.ts': lines(301) }],
  [sizes, 'f has 62 lines', { 'server/a.ts': `function f() {\n${lines(60)}}` }],
  [sizes, 'Page has 63 lines', { 'client/a.tsx': `const Page = () => {\n${lines(60)}return <b />;\n};` }],
  [sizes, 'takes 6 things', { 'server/a.ts': 'class A { constructor(a, b, c, d, e, f) {} }' }],
  [sizes, 'answers in 11 lines', { 'server/a.ts': `class A {\n@Endpoint(b)\nasync c() {\n${lines(11)}}\n}` }],
  [habits, 'is a barrel', { 'shared/forums/index.ts': '' }],
  [habits, 'lies in "utils"', { 'client/utils/a.ts': '' }],
  [habits, 'kebab-case', { 'server/PostService.ts': '' }],
  [habits, 'is an enum', { 'shared/a.ts': 'export enum A { B }' }],
  [habits, 'default export', { 'client/a.tsx': 'export default function A() {}' }],
  [habits, 'default export', { 'client/a.tsx': 'const A = 1;\nexport default A;' }],
  [habits, 'prefix', { 'server/a.ts': 'interface IPost {}' }],
  [openings, 'opens with 1 lines', { 'server/modules/forums/forums.module.ts': '// The forum.\nimport a;' }],
  [network, 'client/lib', { 'client/features/forum/a.ts': "await fetch('/api');" }],
  [network, 'client/lib', { 'client/app/a.ts': "import { io } from 'socket.io-client';" }],
  [outgoing, 'calls fetch', { 'server/modules/identity/a.ts': "await fetch('https://example.org');" }],
  [outgoing, 'loads node:https', { 'server/platform/a.ts': "import { request } from 'node:https';" }],
  [sql, 'puts name into', { 'server/a.ts': 'tx.query(`select * from post where name = ${name}`);' }],
  [sql, 'puts order into', { 'server/a.ts': "let order = 'x';\ntx.query(`select * from post order by ${order}`);" }],
  [sql, 'adds to a statement', { 'server/a.ts': "tx.query('delete from post where id = ' + id);" }],
  [sql, 'made elsewhere', { 'server/a.ts': "tx.query(['select', name].join(' '));" }],
  [sql, 'made elsewhere', { 'server/a.ts': 'tx.prepared(statementOf(name));' }],
  [sql, 'made elsewhere', { 'server/a.ts': 'tx.atCommit(statementOf(name), []);' }],
  [sql, 'made elsewhere', { 'server/a.ts': 'connection.query({ text: statementOf(name), values: [] });' }],
  [lightClient, 'loads zod', { 'client/a.ts': "import { z } from 'zod';" }],
  [
    lightClient,
    'loads zod',
    { 'client/a.ts': "import { type B } from '../shared/b.js';", 'shared/b.ts': "import { z } from 'zod';" },
  ],
  [
    lightClient,
    'loads zod',
    {
      'client/a.ts': "import { a } from '../shared/a.js';",
      'shared/a.ts': "import { b } from './b.js';",
      'shared/b.ts': "import { z } from 'zod';",
    },
  ],
];

/** What looks like a violation and is none. */
const innocent: readonly (readonly [Rule, Files])[] = [
  [
    directions,
    {
      'server/modules/forums/a.ts': "import '../moderation/desk.port.js';\nimport '../../platform/a.js';\nimport 'pg';",
    },
  ],
  [directions, { 'server/main.ts': "import './demo/a.js';", 'shared/a.spec.ts': "import { it } from 'vitest';" }],
  [
    borders,
    {
      'server/tables.ts': "import './modules/forums/forums.tables.js';",
      'server/app.module.ts': "import './modules/forums/forums.module.js';",
    },
  ],
  [
    roles,
    {
      'server/modules/forums/a.view.ts': "import type { Row } from './a.repository.js';",
      'server/modules/forums/a.entity.ts': "import 'typeorm';",
    },
  ],
  [
    cycles,
    { 'shared/a.ts': "import './b.js';\nimport './c.js';", 'shared/b.ts': "import './c.js';", 'shared/c.ts': '' },
  ],
  [
    platformWords,
    {
      'server/platform/a.ts': '// a thread of the forum\nconst dyadId = 1;',
      'server/modules/a.ts': 'const thread = 1;',
    },
  ],
  [escapes, { 'server/a.ts': 'const any = a as unknown; const b = !a; let c = "any";' }],
  [
    suppressionsUpTo(1),
    { 'server/a.ts': '// oxlint-disable-next-line no-console -- the one place\na();\nsay("// @ts-ignore");' },
  ],
  [
    environment,
    { 'server/platform/config/config.ts': 'read(process.env);', 'server/launch/start.mjs': 'process.env.PORT;' },
  ],
  [
    sizes,
    {
      'server/a.ts': lines(300),
      'server/a.spec.ts': `describe(() => {\n${lines(80)}});`,
      'server/modules/a/migrations/1.ts': lines(400),
    },
  ],
  [network, { 'client/lib/a.ts': "fetch('/api');", 'client/app/b.ts': 'const a = query.fetch();' }],
  [
    sql,
    {
      'server/a.ts': "const columns = 'a, b';\ntx.query(`select ${columns} from post where name = $1`, [name]);",
      'server/modules/a/migrations/1.ts': 'runner.query(`drop table ${name}`);',
      'server/b.ts': 'say(`with ${count} people`, `selected ${name}`);\nsearch(`a${b}`);',
    },
  ],
  [
    outgoing,
    {
      'server/platform/http/outgoing-requests.ts': "import { request } from 'node:https';",
      'server/a.ts': "import type { Server } from 'node:http';\nthis.fetch(1);",
      'server/a.spec.ts': "import { createServer } from 'node:http';",
    },
  ],
  [
    lightClient,
    { 'client/a.ts': "import type { A } from '../shared/a.js';", 'shared/a.ts': "import { z } from 'zod';" },
  ],
];

describe('the rules of the architecture', () => {
  it.each(planted.map(([rule, said, files]) => [rule.name, said, rule, files] as const))(
    '"%s" notices: %s',
    (_, said, rule, files) => {
      expect(found(rule, files)).toEqual([expect.stringContaining(said)]);
    },
  );

  it.each(innocent.map(([rule, files]) => [rule.name, rule, files] as const))(
    '"%s" leaves what is right alone',
    (_, rule, files) => {
      expect(found(rule, files)).toEqual([]);
    },
  );

  it('are each shown to fail', () => {
    const shown = new Set(planted.map(([rule]) => rule));
    expect(rules.filter((rule) => !shown.has(rule)).map(({ name }) => name)).toEqual([]);
  });
});
