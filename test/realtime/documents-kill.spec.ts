import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../server/platform/config/project-root.js';
import { foundDyad, member, type TestMember } from '../support/actors.js';
import { startApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { makeDocument, storedDocument, unbrokenChain, writersAreDrafters } from '../support/documents.js';
import { pause, until } from '../support/live.js';
import { freePort, isBuilt, startServerProcess } from '../support/server-process.js';
import { Typist, wordsIn } from '../support/typists.js';

const kills = 20;
const writers = 10;
const entry = join(projectRoot, 'test', 'support', 'documents-server.mjs');

let database: TestDatabase;
let people: TestMember[];
let documents: string[];

beforeAll(async () => {
  database = await createDatabase();
  const app = await startApp({}, database);
  const dyad = await foundDyad(app);
  writersAreDrafters(app);
  people = await Promise.all(Array.from({ length: writers }, () => member(app, dyad, { roles: ['drafter'] })));
  documents = await Promise.all(people.map(() => makeDocument(app, dyad)));
  await app.close();
});
afterAll(() => database.drop());

describe.skipIf(!isBuilt)('a server that is killed while ten people write', () => {
  it('REL-06: has every edit of which it said that it is saved', async () => {
    const port = String(await freePort());
    const settings = { DATABASE_URL: database.url, PORT: port };
    const typists: Typist[] = [];
    let acknowledged = 0;
    for (let round = 0; round <= kills; round += 1) {
      const server = await startServerProcess(settings, entry);
      if (round === 0)
        for (const [at, who] of people.entries()) typists.push(new Typist(server, who, documents[at] ?? '', `д${at}-`));
      await until(() => typists.every(({ editor }) => editor.provider.synced), 20_000);
      if (round === kills) {
        await Promise.all(typists.map((one) => one.settled()));
        await server.kill('SIGKILL');
        break;
      }
      const typing = typists.map((one, at) => one.typeOn(10 + at));
      await pause(150 + ((round * 37) % 200));
      await server.kill('SIGKILL');
      for (const one of typists) one.stop();
      // What had arrived before the end counts.
      await Promise.all(typing);
      for (const one of typists)
        acknowledged += await missing(one).then(({ said, lost }) => (expect(lost).toEqual([]), said));
    }
    expect(acknowledged).toBeGreaterThan(kills * writers);
    for (const { editor, document, typed } of typists) {
      const stored = await storedDocument({ database }, document);
      expect(wordsIn(stored)).toBe(wordsIn(editor.doc));
      for (const word of typed) expect(wordsIn(stored)).toContain(word);
      expect(await unbrokenChain({ database }, document)).toBe(true);
      editor.close();
    }
  }, 600_000);
});

/** What the server said is saved, and what of it is not in the log. */
async function missing(typist: Typist): Promise<{ said: number; lost: string[] }> {
  const said = typist.savedAtTheEnd;
  const stored = wordsIn(await storedDocument({ database }, typist.document));
  return { said: said.length, lost: said.filter((word) => !stored.includes(word)) };
}
