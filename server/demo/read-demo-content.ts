import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoContent, demoDyad, type DemoContent } from './demo-content.schema.js';

/**
 * Reads one demonstration dyad from its folder.
 * @param folder `content/<slug>`, with `dyad.json`, `members.json`, `waiting.json`, `organisations.json`, `glossary.json`,
 * `statements.json`, `commitments.json`, `moderation.json` and `topics/`
 * @throws ZodError for a file that is not as the schema says
 */
export async function readDemoContent(folder: string): Promise<DemoContent> {
  const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'));
  const dyad = demoDyad.parse(await json('dyad.json'));
  const topics = await Promise.all(dyad.topics.map((topic) => json(join('topics', `${topic}.json`))));
  const parts = ['members', 'waiting', 'organisations', 'glossary', 'statements', 'commitments', 'moderation'];
  const read = await Promise.all(parts.map(async (part) => [part, await json(`${part}.json`)] as const));
  return demoContent.parse({ dyad, topics, ...Object.fromEntries(read) });
}
