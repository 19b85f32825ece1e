import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import { DocumentLogRepository } from '../../server/modules/documents/document-log.repository.js';
import { DocumentOpening } from '../../server/modules/documents/document-opening.service.js';
import { LiveDocuments } from '../../server/modules/documents/live-documents.service.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  edit,
  makeDocument,
  storedDocument,
  unbrokenChain,
  wordsOf,
  writersAreDrafters,
  type Editor,
} from '../support/documents.js';
import { pause, until } from '../support/live.js';
import { editAtRandom, Seeded } from '../support/mutations.js';

let test: TestApp;
let dyad: TestDyad;
let people: TestMember[];
let document: string;
let live: LiveDocuments;
const open: Editor[] = [];

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  writersAreDrafters(test);
  people = await Promise.all(
    Array.from({ length: 6 }, (_, at) => member(test, dyad, { side: at % 2 ? 'a' : 'b', roles: ['drafter'] })),
  );
  live = test.app.get(LiveDocuments);
});
afterAll(() => test.close());
beforeEach(async () => {
  document = await makeDocument(test, dyad);
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const one of open.splice(0)) one.close();
});

function editor(at: number): Editor {
  const opened = edit(test, people[at] ?? nobody(), document);
  open.push(opened);
  return opened;
}
const nobody = (): TestMember => {
  throw new Error('there is nobody');
};

/** Makes the next readings of documents slow, or fail. */
function readings(how: (load: () => Promise<unknown>) => Promise<unknown>): void {
  const opening = test.app.get(DocumentOpening);
  const load = opening.load.bind(opening);
  vi.spyOn(opening, 'load').mockImplementation((id) => how(() => load(id)) as ReturnType<typeof load>);
}

describe('opening a document', () => {
  it('never says that all is there before what is stored is', async () => {
    const writer = editor(0);
    await writer.synced();
    writer.type('Пази се.');
    await until(() => writer.saved.count === 2);
    writer.close();
    await until(() => live.size === 0 || forget());
    readings(async (load) => {
      await pause(300);
      return load();
    });
    const reader = editor(1);
    let firstSeen: string | undefined;
    reader.provider.on('sync', (isSynced) => {
      if (isSynced) firstSeen ??= reader.text();
    });
    await reader.synced();
    expect(firstSeen).toBe('Пази се.');
  });

  it('REL-07: is done once for two who come first at the same moment', async () => {
    let loads = 0;
    readings(async (load) => {
      loads += 1;
      await pause(100);
      return load();
    });
    const [one, other] = [editor(0), editor(1)];
    await Promise.all([one.synced(), other.synced()]);
    expect(loads).toBe(1);
    one.type('Заедно.');
    await until(() => other.text() === 'Заедно.');
  });

  it('REL-07: that fails leaves nothing behind, and works the next time', async () => {
    let failures = 3;
    readings(async (load) => {
      failures -= 1;
      if (failures >= 0) throw new Error('the database is away');
      return load();
    });
    const before = live.size;
    const [one, other] = [editor(0), editor(1)];
    await until(() => one.closed.length > 0);
    expect(one.closed[0]).toBe(4503);
    await Promise.all([one.synced(), other.synced()]);
    expect(live.size).toBe(before + 1);
  });

  it('REL-07: from a state that was stored while people wrote has all they wrote', async () => {
    const writer = editor(0);
    await writer.synced();
    const states = () => test.database.query('select 1 from document_state where document_id = $1', [document]);
    for (let part = 0; (await states()).length === 0; part += 1) {
      await live.use(document, (opened) => opened.change(null, (doc) => rewrite(doc)));
      writer.type(`${part} `);
    }
    writer.type('Край.');
    await until(async () =>
      wordsOf(await storedDocument(test, document))
        .toString()
        .endsWith('Край.'),
    );
    writer.provider.disconnect();
    await until(() => live.peek(document) === undefined || forget());
    const reader = editor(1);
    await reader.synced();
    expect(reader.text()).toBe(writer.text());
  });

  it('REL-07: while the last one is just leaving loses nothing, a hundred times', async () => {
    for (let round = 0; round < 100; round += 1) {
      await live.use(document, async (opened) => {
        await opened.change(null, (doc) => wordsOf(doc).insert(0, `${round} `));
      });
      const leaving = live.use(document, async () => undefined);
      forget();
      const coming = live.use(document, (opened) => opened.look((doc) => wordsOf(doc).toString()));
      const [, { seen }] = await Promise.all([leaving, coming]);
      expect(seen.startsWith(`${round} `)).toBe(true);
    }
    const stored = await storedDocument(test, document);
    expect(wordsOf(stored).toString().split(' ')).toHaveLength(101);
  });
});

/** Writes a lot in the other text, in place of what was there. */
function rewrite(doc: Y.Doc): void {
  const text = wordsOf(doc, 'b');
  text.delete(0, text.length);
  text.insert(0, 'вода '.repeat(10_000));
}

/** Makes documents that nobody uses be let go now instead of after a while. @returns whether none is left */
function forget(): boolean {
  vi.spyOn(Date, 'now').mockReturnValueOnce(Date.now() + 60_000);
  void (live as unknown as { look(): Promise<void> }).look();
  return live.size === 0;
}

describe('a log that does not take anything', () => {
  it('REL-06: acknowledges nothing, sends people away after a while, and loses nothing', async () => {
    const [one, other] = [editor(0), editor(1)];
    await Promise.all([one.synced(), other.synced()]);
    const { count } = one.saved;
    const repository = test.app.get(DocumentLogRepository);
    const failing = vi.spyOn(repository, 'append').mockRejectedValue(new Error('the database is away'));
    one.type('Не се губи.');
    await pause(500);
    expect(one.saved.count).toBe(count);
    expect(other.text()).toBe('');
    await until(() => one.closed.includes(4503) && other.closed.includes(4503), 12_000);
    one.type(' И това.');
    failing.mockRestore();
    await until(() => other.text() === 'Не се губи. И това.', 10_000);
    await until(() => one.saved.count >= 1);
    expect(wordsOf(await storedDocument(test, document)).toString()).toBe('Не се губи. И това.');
    expect(await unbrokenChain(test, document)).toBe(true);
  });

  it('REL-06: writes once what it wrote without saying so', async () => {
    const one = editor(0);
    await one.synced();
    const repository = test.app.get(DocumentLogRepository);
    const append = repository.append.bind(repository);
    vi.spyOn(repository, 'append').mockImplementationOnce(async (batches, at) => {
      await append(batches, at);
      throw new Error('the line broke');
    });
    one.type('Веднъж.');
    await until(() => one.saved.count === 2);
    const rows = await test.database.query('select 1 from document_update where document_id = $1', [document]);
    expect(rows).toHaveLength(2);
    expect(await unbrokenChain(test, document)).toBe(true);
  });
});

describe('many who write, come and go', () => {
  it.each([1, 2, 3])('REL-06: end with the same, and with what the log says (%i)', async (seed) => {
    const random = new Seeded(seed);
    const editors = people.map((_, at) => editor(at));
    await Promise.all(editors.map((one) => one.synced()));
    for (let step = 0; step < 150; step += 1) {
      const one = random.one(editors);
      const what = random.below(20);
      if (what === 0) one.provider.disconnect();
      else if (what === 1) one.provider.ws?.close();
      else if (what === 2) one.provider.connect();
      else editAtRandom(one.doc, random);
      if (what > 16) await pause(random.below(8));
    }
    for (const one of editors) one.provider.connect();
    const shown = (doc: Y.Doc): string => JSON.stringify(doc.getMap('clauses'));
    await until(async () => {
      const stored = await storedDocument(test, document);
      return editors.every(({ doc, provider }) => provider.synced && shown(doc) === shown(stored));
    }, 15_000);
    expect(await unbrokenChain(test, document)).toBe(true);
  });
});
