import ts from 'typescript';
import { at, isSpec, nodesOf, type Finding, type Rule, type Source } from './source.js';

/** How a statement begins, or goes on after a piece of it. */
const statement =
  /^\s*(?:select|insert|update|delete|create|alter|drop|grant|revoke|do|listen|notify|truncate)\s|^\s*with\s+(?:recursive\s+)?\w+(?:\s*\([^)]*\))?\s+as\b/i;

const isSql = (node: ts.Node): node is ts.TemplateExpression =>
  ts.isTemplateExpression(node) && statement.test(node.head.text);

/** `'select ' + x`, and the same with what is no literal on the left. */
const isSum = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
  ts.isStringLiteralLike(node.left) &&
  statement.test(node.left.text);

/** Files that write statements for the owner of the tables, once, with names of their own and nothing from outside. */
const ofMigrations = /\/migrations\/|^server\/platform\/database\/(?:tables|migrate|data-source)\.ts$/;

/** Names of a file that stand for texts fixed in the code: `const columns = '…'`, an object of such, a template of such. */
function constantsOf(source: Source): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { name, initializer, parent } of nodesOf(source, ts.isVariableDeclaration)) {
    const isConst = ts.isVariableDeclarationList(parent) && (parent.flags & ts.NodeFlags.Const) !== 0;
    const isTop = ts.isSourceFile(parent.parent.parent);
    if (isConst && isTop && ts.isIdentifier(name) && initializer && isFixed(initializer, known)) known.add(name.text);
  }
  return known;
}

function isFixed(node: ts.Expression, known: ReadonlySet<string>): boolean {
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return true;
  if (ts.isIdentifier(node)) return known.has(node.text);
  if (ts.isTemplateExpression(node)) return node.templateSpans.every(({ expression }) => isFixed(expression, known));
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return isFixed(node.expression, known);
  if (ts.isConditionalExpression(node)) return isFixed(node.whenTrue, known) && isFixed(node.whenFalse, known);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every((one) => isFixed(one, known));
  if (ts.isRegularExpressionLiteral(node)) return true;
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    const isPure = ['join', 'replaceAll'].includes(name.text) && isFixed(expression, known);
    return isPure && node.arguments.every((one) => isFixed(one, known));
  }
  return false;
}

/** What is asked: the text itself, or that of a statement with a name. */
function askedBy({ arguments: [first] }: ts.CallExpression): ts.Expression | undefined {
  if (!first || !ts.isObjectLiteralExpression(first)) return first;
  const text = first.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === 'text');
  return text && ts.isPropertyAssignment(text) ? text.initializer : first;
}

/** `tx.query(…)`, `tx.one(…)`, `tx.prepared(…)`, `tx.atCommit(…)` and their like, asked with something that is no text written there. */
const isLooseQuery = (node: ts.Node): node is ts.CallExpression => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const asked = askedBy(node);
  const isQuery =
    ['query', 'prepared', 'atCommit'].includes(node.expression.name.text) ||
    /\btx\.one$/.test(node.expression.getText());
  if (!isQuery || !asked || ts.isStringLiteralLike(asked) || ts.isTemplateExpression(asked)) return false;
  return !isSum(asked) && !(ts.isIdentifier(asked) && asked.text === 'sql');
};

function inFile(source: Source): Finding[] {
  const known = constantsOf(source);
  const spans = nodesOf(source, isSql).flatMap(({ templateSpans }) => [...templateSpans]);
  return [
    ...spans
      .filter(({ expression }) => !isFixed(expression, known))
      .map(({ expression }) => at(expression, `puts ${expression.getText()} into a statement: pass it as a parameter`)),
    ...nodesOf(source, isLooseQuery)
      .filter((node) => {
        const asked = askedBy(node);
        return !asked || !isFixed(asked, known);
      })
      .map((node) => at(node, 'asks a statement that was made elsewhere: write it here')),
    ...nodesOf(source, isSum).map((node) => at(node, 'adds to a statement: pass values as parameters')),
  ];
}

/** Statements are fixed texts: what comes from outside is a parameter, and what varies is chosen among fixed pieces. */
export const sql: Rule = {
  name: 'SEC-24: no statement is built from values',
  find: (sources) =>
    sources
      .filter((source) => source.path.startsWith('server/') && !ofMigrations.test(source.path) && !isSpec(source))
      .flatMap(inFile),
};
