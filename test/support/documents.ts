import { createHash, randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { DyadMember } from '../../shared/access/actor.js';
import { frameTypes } from '../../shared/documents/collab.protocol.js';
import { statementShape } from '../../shared/documents/document-shape.js';
import type { DocumentRole } from '../../shared/documents/document.rules.js';
import { DocumentKinds } from '../../server/modules/documents/document-kinds.port.js';
import { Documents } from '../../server/modules/documents/documents.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import type { TestDyad, TestMember } from './actors.js';
import type { TestApp } from './app.js';
import { until } from './live.js';

/** Roles in documents as a test gives them: by document and member; drafters write where nothing else is said. */
export class TestRoles {
  private readonly given = new Map<string, DocumentRole>();

  constructor(private readonly test: TestApp) {
    this.hold(test);
  }

  /** Holds in another node as well. */
  hold(test: TestApp): void {
    test.app.get(DocumentKinds).register('test', {
      shape: statementShape,
      roleOf: async (_tx, id, member) => this.of(id, member),
    });
  }

  /** Gives a role and announces it, as the owner of the documents would. */
  async give(document: string, dyad: TestDyad, memberId: string, role: DocumentRole): Promise<void> {
    this.given.set(`${document} ${memberId}`, role);
    await this.test.app
      .get(UnitOfWork)
      .run({ dyadId: dyad.id }, (tx) => this.test.app.get(Documents).announceRights(tx, document));
  }

  private of(id: string, member: DyadMember): DocumentRole {
    return this.given.get(`${id} ${member.memberId}`) ?? (member.roles.includes('drafter') ? 'write' : 'read');
  }
}

/** In documents of this application drafters write and everybody else reads. */
export function writersAreDrafters(test: TestApp): TestRoles {
  return new TestRoles(test);
}

/** The clause that every document of a test has. */
export const onlyClause = 'c1';

/** A document with one clause whose two texts hold an empty paragraph. */
export async function makeDocument(test: TestApp, dyad: TestDyad): Promise<string> {
  const id = randomUUID();
  const begin = (doc: Y.Doc): void => addClause(doc, onlyClause);
  await test.app
    .get(UnitOfWork)
    .run({ dyadId: dyad.id }, (tx) => test.app.get(Documents).create(tx, { id, dyadId: dyad.id, kind: 'test', begin }));
  return id;
}

export function addClause(doc: Y.Doc, id: string): void {
  const clause = new Y.Map<unknown>();
  clause.set('rank', id);
  for (const side of statementShape.texts) {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText()]);
    const text = new Y.XmlFragment();
    text.insert(0, [paragraph]);
    clause.set(side, text);
  }
  doc.getMap(statementShape.structure).set(id, clause);
}

/** The words of a text of the clause, to be read and written. */
export function wordsOf(doc: Y.Doc, side: 'a' | 'b' = 'a', clause = onlyClause): Y.XmlText {
  const entry = doc.getMap(statementShape.structure).get(clause) as Y.Map<unknown>;
  const paragraph = (entry.get(side) as Y.XmlFragment).get(0) as Y.XmlElement;
  return paragraph.get(0) as Y.XmlText;
}

/** What the log of a document says, read from its beginning as the database has it. */
export async function storedDocument(test: Pick<TestApp, 'database'>, document: string): Promise<Y.Doc> {
  const rows = await test.database.query<{ bytes: Buffer }>(
    'select bytes from document_update where document_id = $1 order by seq',
    [document],
  );
  return replayed(rows.map(({ bytes }) => bytes));
}

/** What updates say, and nothing else: without the tidying of marks that Yjs does by itself. */
export function replayed(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  const untidy = (transaction: Y.Transaction): void => {
    transaction._needFormattingCleanup = false;
  };
  doc.on('afterTransaction', untidy);
  for (const update of updates) Y.applyUpdate(doc, update);
  doc.off('afterTransaction', untidy);
  return doc;
}

/** Whether each link of a document's chain is made of the one before and its update, and the document ends with it. */
export async function unbrokenChain(test: Pick<TestApp, 'database'>, document: string): Promise<boolean> {
  const rows = await test.database.query<{ seq: number; bytes: Buffer; chain: Buffer }>(
    'select seq::int as seq, bytes, chain from document_update where document_id = $1 order by seq',
    [document],
  );
  const [end] = await test.database.query<{ seq: number; head: Buffer }>(
    'select seq::int as seq, head from document where id = $1',
    [document],
  );
  let head = Buffer.alloc(32);
  for (const [at, { seq, bytes, chain }] of rows.entries()) {
    head = createHash('sha256').update(head).update(bytes).digest();
    if (seq !== at + 1 || !head.equals(chain)) return false;
  }
  return end?.seq === rows.length && end.head.equals(head);
}

/** Somebody with a document open, through the client that y-websocket ships. */
export interface Editor {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** What the server said is durable: sync frames of this socket, and the number of the newest update. */
  readonly saved: { count: number; seq: number };
  readonly roles: string[];
  /** Every frame that came, by its first number. */
  readonly frames: number[];
  readonly closed: number[];
  text(side?: 'a' | 'b'): string;
  type(words: string, side?: 'a' | 'b'): void;
  synced(): Promise<void>;
  close(): void;
}

/** A WebSocket that says who it is, as a browser does by itself. */
const socketOf = (test: Pick<TestApp, 'url'>, cookie: string) =>
  class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, origin: test.url } });
    }
  };

export function edit(
  test: Pick<TestApp, 'url'>,
  who: TestMember,
  document: string,
  options: { saved?: boolean; doc?: Y.Doc } = {},
): Editor {
  const doc = options.doc ?? new Y.Doc();
  const provider = new WebsocketProvider(`${test.url.replace('http', 'ws')}/collab`, document, doc, {
    WebSocketPolyfill: socketOf(test, who.api.cookie ?? '') as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    connect: false,
    // Nobody in a test has seconds to wait between one attempt and the next.
    maxBackoffTime: 200,
    ...(options.saved !== false && { params: { saved: '1' } }),
  });
  const saved = { count: 0, seq: 0 };
  const roles: string[] = [];
  const frames: number[] = [];
  const closed: number[] = [];
  listen(provider, saved, roles);
  provider.on('connection-close', (event) => closed.push(event?.code ?? 0));
  provider.on('status', () => {
    const { ws } = provider;
    if (ws) ws.addEventListener('message', ({ data }) => frames.push(new Uint8Array(data as ArrayBuffer)[0] ?? -1));
  });
  provider.connect();
  return {
    doc,
    provider,
    saved,
    roles,
    frames,
    closed,
    text: (side) => wordsOf(doc, side).toString(),
    type: (words, side) => {
      const text = wordsOf(doc, side);
      text.insert(text.length, words);
    },
    synced: () => until(() => provider.synced),
    close: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}

function listen(provider: WebsocketProvider, saved: { count: number; seq: number }, roles: string[]): void {
  provider.messageHandlers[frameTypes.saved] = (_encoder: unknown, decoder: { arr: Uint8Array; pos: number }) => {
    saved.count = number(decoder);
    saved.seq = number(decoder);
  };
  provider.messageHandlers[frameTypes.role] = (_encoder: unknown, decoder: { arr: Uint8Array; pos: number }) => {
    const length = number(decoder);
    roles.push(new TextDecoder().decode(decoder.arr.subarray(decoder.pos, decoder.pos + length)));
  };
}

function number(decoder: { arr: Uint8Array; pos: number }): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = decoder.arr[decoder.pos++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
}

/** Writes a paragraph at the beginning of a text of a clause. */
export function typeInto(doc: Y.Doc, clause: string, side: 'a' | 'b', words: string): void {
  const entry = doc.getMap(statementShape.structure).get(clause) as Y.Map<unknown>;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  (entry.get(side) as Y.XmlFragment).insert(0, [paragraph]);
}
