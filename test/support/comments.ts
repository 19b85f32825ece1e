import * as Y from 'yjs';
import { statementShape } from '../../shared/documents/document-shape.js';
import type { CommentAnchor } from '../../shared/statements/comment.schema.js';
import type { StatementVisibility } from '../../shared/statements/statement.rules.js';
import { Statements } from '../../server/modules/statements/statements.port.js';
import type { TestDyad, TestMember } from './actors.js';
import type { TestApp } from './app.js';
import { edit } from './documents.js';

/** A statement whose only clause says something in both languages. */
export interface TestStatement {
  readonly id: string;
  readonly clause: string;
}

export const texts = { a: 'Реката е обща.', b: 'Реката е заедничка.' } as const;

export async function draft(
  test: TestApp,
  dyad: TestDyad,
  drafter: TestMember,
  visibility: StatementVisibility = 'members',
): Promise<TestStatement> {
  const params = { dyad: dyad.slug };
  const body = { title: { bg: 'За реката', mk: 'За реката' }, visibility };
  const { id } = await drafter.api.call('POST /api/dyads/:dyad/statements', { params, body });
  const here = { params: { ...params, statement: id } };
  const { clauses } = await drafter.api.call('GET /api/dyads/:dyad/statements/:statement', here);
  const clause = clauses[0]?.id ?? '';
  const paragraph = (text: string) => [{ type: 'paragraph' as const, content: [{ text }] }];
  const both = { a: paragraph(texts.a), b: paragraph(texts.b) };
  await test.app.get(Statements).write(id, clause, both, drafter.id);
  return { id, clause };
}

/** The run of words of a text in somebody's copy of the document. */
export function runOf(doc: Y.Doc, clause: string, side: 'a' | 'b'): Y.XmlText {
  const entry = doc.getMap(statementShape.structure).get(clause) as Y.Map<unknown>;
  return ((entry.get(side) as Y.XmlFragment).get(0) as Y.XmlElement).get(0) as Y.XmlText;
}

const position = (run: Y.XmlText, at: number, assoc: number): string =>
  Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(run, at, assoc))).toString('base64url');

/** Words of a text as a page names them: it stays with the first and the last letter. */
export function anchorOf(doc: Y.Doc, clause: string, side: 'a' | 'b', words: string): CommentAnchor {
  const run = runOf(doc, clause, side);
  const from = run.toString().indexOf(words);
  return { side, start: position(run, from, 0), end: position(run, from + words.length, -1) };
}

/** The same for somebody who opens the document only for that. */
export async function wordsOf(
  test: TestApp,
  who: TestMember,
  { id, clause }: TestStatement,
  side: 'a' | 'b',
  words: string,
): Promise<CommentAnchor> {
  const editor = edit(test, who, id);
  await editor.synced();
  const anchor = anchorOf(editor.doc, clause, side, words);
  editor.close();
  return anchor;
}
