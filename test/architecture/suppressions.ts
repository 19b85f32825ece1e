import ts from 'typescript';
import type { Finding, Rule, Source } from './source.js';

/** How many places may silence a tool. This number may fall; whoever wants it to rise explains it in a review. */
const most = 0;

const silencing = /\b(?:eslint|oxlint)-disable|@ts-(?:ignore|expect-error|nocheck)|\b(?:c8|v8|istanbul) ignore/;
const reason = /\s--\s+\S{2,}/;

/** The comments of a file that silence a compiler, a linter or a coverage tool. */
function silencedIn({ path, text, tree }: Source): Finding[] {
  const found: Finding[] = [];
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, tree.languageVariant, text);
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const isComment = token === ts.SyntaxKind.SingleLineCommentTrivia || token === ts.SyntaxKind.MultiLineCommentTrivia;
    if (!isComment || !silencing.test(scanner.getTokenText())) continue;
    const line = tree.getLineAndCharacterOfPosition(scanner.getTokenStart()).line + 1;
    const said = reason.test(scanner.getTokenText());
    found.push({ path, line, message: said ? 'silences a tool' : 'silences a tool and gives no reason after ` -- `' });
  }
  return found;
}

/** A checker with its own limit, so that a test can see it count. */
export const suppressionsUpTo = (limit: number): Rule => ({
  name: `at most ${limit} places silence a tool, each with a reason`,
  find: (sources) => {
    const found = sources.flatMap(silencedIn);
    return found.length > limit ? found : found.filter(({ message }) => message.includes('no reason'));
  },
});

export const suppressions = suppressionsUpTo(most);
