import ts from 'typescript';
import { at, isSpec, linesOf, nodesOf, type Finding, type Rule, type Source } from './source.js';

const mostLines = { file: 300, literateFile: 400, function: 60, handler: 10 };
const mostDependencies = 5;

/** Files that read like a chapter of a specification, in its order. */
const literate = /^shared\/log\//;

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration & { readonly body: ts.Node } =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return 'the constructor';
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named?.getText() ?? 'a function';
}

const isHandler = (node: ts.Node): node is ts.MethodDeclaration & { readonly body: ts.Block } =>
  ts.isMethodDeclaration(node) &&
  node.body !== undefined &&
  (ts.getDecorators(node) ?? []).some(({ expression }) => expression.getText().startsWith('Endpoint('));

function ofFile({ path, text }: Source): Finding[] {
  const lines = text.trimEnd().split('\n').length;
  const most = literate.test(path) ? mostLines.literateFile : mostLines.file;
  return lines > most
    ? [{ path, line: most, message: `has ${lines} lines, more than ${most}: it is about two things` }]
    : [];
}

const ofFunctions = (source: Source): Finding[] =>
  nodesOf(source, isFunction)
    .filter((node) => linesOf(node) > mostLines.function)
    .map((node) => at(node, `${nameOf(node)} has ${linesOf(node)} lines, more than ${mostLines.function}`));

const ofConstructors = (source: Source): Finding[] =>
  nodesOf(source, ts.isConstructorDeclaration)
    .filter(({ parameters }) => parameters.length > mostDependencies)
    .map((node) => at(node, `a constructor takes ${node.parameters.length} things, more than ${mostDependencies}`));

const ofHandlers = (source: Source): Finding[] =>
  nodesOf(source, isHandler)
    .filter(({ body }) => linesOf(body) - 2 > mostLines.handler)
    .map((node) =>
      at(
        node,
        `${nameOf(node)} answers in ${linesOf(node.body) - 2} lines, more than ${mostLines.handler}: a service does the work`,
      ),
    );

export const sizes: Rule = {
  name: 'files, functions, constructors and handlers stay small',
  find: (sources) =>
    sources
      .filter(({ path }) => !path.includes('/migrations/'))
      .flatMap((source) => [
        ...ofFile(source),
        ...(isSpec(source) ? [] : [...ofFunctions(source), ...ofConstructors(source), ...ofHandlers(source)]),
      ]),
};
