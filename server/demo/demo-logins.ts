import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/config/project-root.js';
import { demoPassword } from './demo-people.js';
import { readDemoContent } from './read-demo-content.js';

/** The lines that tell a newcomer as whom to sign in: a citizen, a drafter, a moderator and a steward of each side of each dyad. */
export async function demoLogins(): Promise<string[]> {
  const folder = join(projectRoot, 'server', 'demo', 'content');
  const lines = [`  Demonstration logins, all with the password: ${demoPassword}`];
  for (const slug of readdirSync(folder)) {
    const { dyad, members } = await readDemoContent(join(folder, slug));
    lines.push('', `  ${dyad.name.en} (/d/${slug})`);
    for (const role of ['citizen', 'drafter', 'moderator', 'steward'] as const) {
      const of = (side: 'a' | 'b') => members.find((one) => one.side === side && one.roles[0] === role)?.login ?? '';
      lines.push(`    ${role.padEnd(10)} ${of('a').padEnd(12)} ${of('b')}`);
    }
  }
  lines.push('', '  Moderators and stewards also give a one-time code. To get one: npm run entente -- demo-code');
  return lines;
}
