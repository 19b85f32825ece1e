import * as Y from 'yjs';
import { statementShape } from '../../../shared/documents/document-shape.js';
import type { ClauseTexts } from '../../../shared/statements/statement-text.schema.js';
import { textOfFragment } from './text-of-fragment.js';

/** A clause as it stands in the document. */
export interface DocumentClause {
  readonly id: string;
  readonly texts: ClauseTexts;
}

const clausesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(statementShape.structure);

/** The ids of the clauses in their order; ranks that are equal, since two nodes gave them at once, are told apart by id. */
function orderOf(doc: Y.Doc): string[] {
  return [...clausesOf(doc)]
    .map(([id, entry]) => ({ id, rank: entry instanceof Y.Map ? Number(entry.get('rank')) : 0 }))
    .toSorted((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);
}

export function readClauses(doc: Y.Doc): DocumentClause[] {
  return orderOf(doc).map((id) => ({ id, texts: { a: textIn(doc, id, 'a'), b: textIn(doc, id, 'b') } }));
}

/** Adds an empty clause after another, or at the beginning; what it stands after may be gone, then it goes to the end. */
export function addClause(doc: Y.Doc, id: string, after: string | null): void {
  if (clausesOf(doc).has(id)) return;
  const clause = new Y.Map<unknown>();
  for (const side of statementShape.texts) {
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlFragment();
    text.insert(0, [paragraph]);
    clause.set(side, text);
  }
  const order = orderOf(doc);
  clausesOf(doc).set(id, clause);
  arrange(doc, placed(order, id, after));
}

export function moveClause(doc: Y.Doc, id: string, after: string | null): void {
  const order = orderOf(doc);
  if (order.includes(id)) arrange(doc, placed(order, id, after));
}

export const removeClause = (doc: Y.Doc, id: string): void => clausesOf(doc).delete(id);

function placed(order: readonly string[], id: string, after: string | null): string[] {
  const others = order.filter((one) => one !== id);
  const at = after === null ? 0 : others.indexOf(after) + 1 || others.length;
  return others.toSpliced(at, 0, id);
}

function arrange(doc: Y.Doc, order: readonly string[]): void {
  for (const [rank, id] of order.entries()) {
    const entry = clausesOf(doc).get(id);
    if (entry instanceof Y.Map && entry.get('rank') !== rank) entry.set('rank', rank);
  }
}

function textIn(doc: Y.Doc, id: string, side: 'a' | 'b') {
  const entry = clausesOf(doc).get(id);
  const text = entry instanceof Y.Map ? entry.get(side) : undefined;
  return text instanceof Y.XmlFragment ? textOfFragment(text) : [];
}
