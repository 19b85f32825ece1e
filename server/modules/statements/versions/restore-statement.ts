import * as Y from 'yjs';
import { statementShape } from '../../../../shared/documents/document-shape.js';
import { sortedJson } from '../../../../shared/contract/sorted-json.js';
import { canonicalText } from '../../../../shared/statements/canonical.rules.js';
import type { ClauseOf } from '../../../../shared/statements/statement-changes.js';
import type { StatementText } from '../../../../shared/statements/statement-text.schema.js';
import { writeFragment } from '../fragment-of-text.js';
import { addClause, moveClause, readClauses, removeClause } from '../statement-document.js';
import { textOfFragment } from '../text-of-fragment.js';

/**
 * Makes a document say what a version says, by going on from what it says now. Texts that say it already are left
 * alone: whoever writes in them is not disturbed, and their words stay theirs.
 */
export function restoreStatement(doc: Y.Doc, wanted: readonly ClauseOf[]): void {
  const ids = new Set(wanted.map(({ id }) => id));
  for (const { id } of readClauses(doc)) if (!ids.has(id)) removeClause(doc, id);
  let after: string | null = null;
  for (const { id, texts } of wanted) {
    addClause(doc, id, after);
    moveClause(doc, id, after);
    for (const side of statementShape.texts) restoreText(doc, id, side, texts[side]);
    after = id;
  }
}

function restoreText(doc: Y.Doc, id: string, side: 'a' | 'b', wanted: StatementText): void {
  const entry = doc.getMap(statementShape.structure).get(id);
  const fragment: unknown = entry instanceof Y.Map ? entry.get(side) : undefined;
  if (!(fragment instanceof Y.XmlFragment)) return;
  const now = canonicalText(textOfFragment(fragment));
  if (sortedJson(now) !== sortedJson(wanted)) writeFragment(fragment, wanted);
}
