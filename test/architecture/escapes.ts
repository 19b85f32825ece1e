import ts from 'typescript';
import { at, nodesOf, type Finding, type Rule, type Source } from './source.js';

const isAny = (node: ts.Node): node is ts.KeywordTypeNode => node.kind === ts.SyntaxKind.AnyKeyword;

const bare = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ? bare(node.expression) : node;

const isAssertionTo = (node: ts.Node, kind: ts.SyntaxKind): boolean =>
  ts.isAssertionExpression(node) && node.type.kind === kind;

/** `x as unknown as T`, and the same with angle brackets. */
const isDoubleAssertion = (node: ts.Node): node is ts.AssertionExpression =>
  ts.isAssertionExpression(node) && isAssertionTo(bare(node.expression), ts.SyntaxKind.UnknownKeyword);

const isForwardRef = (node: ts.Node): node is ts.Identifier => ts.isIdentifier(node) && node.text === 'forwardRef';

const isEnvironment = (node: ts.Node): node is ts.PropertyAccessExpression =>
  ts.isPropertyAccessExpression(node) && node.name.text === 'env' && node.expression.getText() === 'process';

/** Where the environment may be read: the one schema, the programs that start others, the tools' own settings. */
const mayReadEnvironment = /^server\/platform\/config\/|^server\/launch\/|\.config\.ts$/;

const inType = (source: Source): Finding[] => [
  ...nodesOf(source, isAny).map((node) => at(node, 'says `any`: say what it is, or `unknown` and look')),
  ...nodesOf(source, ts.isNonNullExpression).map((node) => at(node, 'says `!`: handle the missing value')),
  ...nodesOf(source, isDoubleAssertion).map((node) => at(node, 'says `as unknown as`: let the types agree')),
];

export const escapes: Rule = {
  name: 'no way around the types',
  find: (sources) => sources.flatMap(inType),
};

export const forwardReferences: Rule = {
  name: 'no forward references',
  find: (sources) =>
    sources.flatMap((source) =>
      nodesOf(source, isForwardRef).map((node) => at(node, 'uses forwardRef: turn the dependence around')),
    ),
};

export const environment: Rule = {
  name: 'one place reads the environment',
  find: (sources) =>
    sources
      .filter(({ path }) => !mayReadEnvironment.test(path))
      .flatMap((source) =>
        nodesOf(source, isEnvironment).map((node) => at(node, 'reads process.env: take it from the Config')),
      ),
};
