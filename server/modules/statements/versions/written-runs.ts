import * as Y from 'yjs';
import { deepestNesting, statementShape } from '../../../../shared/documents/document-shape.js';

/** Words that follow each other in a line and came from one client of Yjs. */
export interface ClientRun {
  readonly text: string;
  readonly client: number;
}

/** The lines of both texts of a clause, as runs. */
export interface WrittenClause {
  readonly id: string;
  readonly a: readonly (readonly ClientRun[])[];
  readonly b: readonly (readonly ClientRun[])[];
}

/** Who wrote which words: every letter of a document says from which client it came. Lines without words are left out. */
export function writtenRuns(doc: Y.Doc, ids: readonly string[]): WrittenClause[] {
  const clauses = doc.getMap(statementShape.structure);
  return ids.map((id) => {
    const entry = clauses.get(id);
    const lines = (side: 'a' | 'b'): ClientRun[][] => {
      const fragment: unknown = entry instanceof Y.Map ? entry.get(side) : undefined;
      return fragment instanceof Y.XmlFragment ? linesOf(fragment, 0) : [];
    };
    return { id, a: lines('a'), b: lines('b') };
  });
}

/** An element with words is a line; one with elements has the lines of these. */
function linesOf(parent: Y.XmlFragment, depth: number): ClientRun[][] {
  if (depth > deepestNesting) return [];
  const own: ClientRun[] = [];
  const lines: ClientRun[][] = [];
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) for (const run of runsOf(child)) join(own, run);
    else if (child instanceof Y.XmlElement) lines.push(...linesOf(child, depth + 1));
  }
  return own.length > 0 ? [own, ...lines] : lines;
}

function runsOf(text: Y.XmlText): ClientRun[] {
  const runs: ClientRun[] = [];
  for (let item = text._start; item !== null; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentString)
      join(runs, { text: item.content.str, client: item.id.client });
  return runs;
}

function join(runs: ClientRun[], run: ClientRun): void {
  const last = runs.at(-1);
  if (last?.client === run.client) runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}
