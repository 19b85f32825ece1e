import ts from 'typescript';
import { lineOf, nodesOf, type Source } from '../architecture/source.js';

/** One place in the client that asks for a sentence. */
export interface Use {
  readonly place: string;
  /** The namespaces it may come from, the first first; empty when the code does not say. */
  readonly namespaces: readonly string[];
  /** The key, with `*` where a value is put in. */
  readonly key: string;
  /** The parameters handed over; undefined when they are not written out. */
  readonly parameters: readonly string[] | undefined;
  readonly onButton: boolean;
}

const isAsking = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  /^(?:t|i18n\.t|i18next\.t)$/.test(node.expression.getText()) &&
  node.arguments.length > 0;

const isTrans = (node: ts.Node): node is ts.JsxAttribute =>
  ts.isJsxAttribute(node) && node.name.getText() === 'i18nKey';

/** Every sentence that a file asks for, by `t('…')` or `<Trans i18nKey="…">`. */
export function usesIn(source: Source): Use[] {
  const asked = nodesOf(source, isAsking).flatMap((call) =>
    keysOf(call.arguments[0]).map((key) => use(call, key, parametersOf(call.arguments[1]))),
  );
  const trans = nodesOf(source, isTrans).flatMap((attribute) => {
    const value =
      attribute.initializer && ts.isJsxExpression(attribute.initializer)
        ? attribute.initializer.expression
        : attribute.initializer;
    return keysOf(value).map((key) => use(attribute, key, undefined));
  });
  return [...asked, ...trans];
}

function use(node: ts.Node, written: string, parameters: readonly string[] | undefined): Use {
  const place = `${node.getSourceFile().fileName}:${lineOf(node)}`;
  const [namespace, key] = written.includes(':') ? written.split(':', 2) : [undefined, written];
  const namespaces = namespace === undefined ? namespacesAround(node) : [namespace];
  return { place, namespaces, key: key ?? '', parameters, onButton: isInButton(node) };
}

/** The keys that an expression may stand for. */
function keysOf(expression: ts.Node | undefined): string[] {
  if (expression === undefined) return [];
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isTemplateExpression(expression)) {
    return [expression.head.text + expression.templateSpans.map(({ literal }) => `*${literal.text}`).join('')];
  }
  if (ts.isConditionalExpression(expression)) return [...keysOf(expression.whenTrue), ...keysOf(expression.whenFalse)];
  return ts.isParenthesizedExpression(expression) ? keysOf(expression.expression) : ['*'];
}

function parametersOf(node: ts.Node | undefined): string[] | undefined {
  if (node === undefined) return [];
  if (!ts.isObjectLiteralExpression(node) || node.properties.some(ts.isSpreadAssignment)) return undefined;
  return node.properties.map((property) => property.name?.getText().replace(/['"]/g, '') ?? '');
}

/** What `useTranslation` of the nearest function around says; a component may hand its `t` to functions inside it. */
function namespacesAround(node: ts.Node): string[] {
  for (let around: ts.Node | undefined = node.parent; around; around = around.parent) {
    if (!ts.isFunctionLike(around) && !ts.isSourceFile(around)) continue;
    const call = callsOf(around).find(({ expression }) => expression.getText() === 'useTranslation');
    if (call === undefined) continue;
    const [given] = call.arguments;
    if (given === undefined) return ['common'];
    if (ts.isArrayLiteralExpression(given))
      return given.elements.flatMap((one) => (ts.isStringLiteral(one) ? [one.text] : []));
    return ts.isStringLiteral(given) ? [given.text] : [];
  }
  return [];
}

/** The calls in a function, without those of functions in it. */
function callsOf(around: ts.Node): ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) found.push(node);
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(around, visit);
  return found;
}

/** Whether the words stand on a button: inside `<Button>` or `<button>`, not in its attributes. */
function isInButton(node: ts.Node): boolean {
  for (
    let around: ts.Node = node.parent;
    !ts.isFunctionLike(around) && !ts.isSourceFile(around);
    around = around.parent
  ) {
    if (ts.isJsxAttribute(around)) return around.name.getText() === 'submitLabel';
    if (ts.isJsxElement(around)) {
      const name = around.openingElement.tagName.getText();
      if (name === 'Button' || name === 'button') return true;
    }
  }
  return false;
}
