// Fills a data folder for the bench of documents: one dyad, two hundred drafters with sessions, and the documents that
// they write in. Its last line is what was made, as JSON.
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { DocumentKinds } from '../../dist/server/modules/documents/document-kinds.port.js';
import { Documents } from '../../dist/server/modules/documents/documents.port.js';
import { statementShape } from '../../dist/shared/documents/document-shape.js';
import { enrol, foundDyad, openApplication } from './application.mjs';
import { clause, documentKind, wordsOf } from './documents-frames.mjs';
import { readTrace } from './documents-trace.mjs';

const people = 200;
const manyDocuments = 500;
const keystrokes = 10;
const changesAtOnce = 100;
const logOf = `
  select d.seq::int as updates, (d.seq - coalesce(s.upto_seq, 0))::int as "sinceState"
  from document d left join document_state s on s.document_id = d.id where d.id = $1`;

const application = await openApplication();
application.app.get(DocumentKinds).register(documentKind, { shape: statementShape, roleOf: async () => 'write' });
const dyadId = await foundDyad(application);
const members = await enrol(application, dyadId, { people, roles: ['citizen', 'drafter'] });
const documents = {
  crowd: await documentsOf(1),
  many: await documentsOf(manyDocuments),
  trace: await documentsOf(1),
  burst: await documentsOf(1),
  stalled: await documentsOf(1),
};
const trace = readTrace();
await typeTrace(documents.trace[0]);
const log = await application.run((tx) => tx.one(logOf, [documents.trace[0]]));
await application.close();
const tokens = members.map(({ token }) => token);
process.stdout.write(`\n${JSON.stringify({ documents, tokens, trace: { name: trace.name, ...log } })}\n`);
process.exit(0);

/** The trace as people would have left it: an update every few keystrokes, and states stored as they go on. */
async function typeTrace(id) {
  const port = application.app.get(Documents);
  let waiting = [];
  for (let from = 0; from < trace.patches.length; from += keystrokes) {
    const patches = trace.patches.slice(from, from + keystrokes);
    waiting.push(port.change(id, members[0].id, (doc) => type(wordsOf(doc), patches)));
    if (waiting.length < changesAtOnce) continue;
    await Promise.all(waiting);
    waiting = [];
  }
  await Promise.all(waiting);
}

function type(words, patches) {
  for (const [at, deleted, inserted] of patches) {
    if (deleted > 0) words.delete(at, deleted);
    if (inserted !== '') words.insert(at, inserted);
  }
}

/** Documents with one clause, whose two texts hold an empty paragraph. */
function documentsOf(many) {
  const port = application.app.get(Documents);
  const ids = Array.from({ length: many }, () => randomUUID());
  return application.run(async (tx) => {
    for (const id of ids) await port.create(tx, { id, dyadId, kind: documentKind, begin });
    return ids;
  });
}

function begin(doc) {
  const entry = new Y.Map();
  entry.set('rank', clause);
  for (const name of statementShape.texts) {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText()]);
    const text = new Y.XmlFragment();
    text.insert(0, [paragraph]);
    entry.set(name, text);
  }
  doc.getMap(statementShape.structure).set(clause, entry);
}
