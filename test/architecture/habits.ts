import { posix } from 'node:path';
import ts from 'typescript';
import { at, nodesOf, type Finding, type Rule, type Source } from './source.js';

const folderNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'lib-internal']);
const fileName = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*\.(?:tsx?|mjs)$/;

/** Files whose tools want a default export. */
const mayDefault = /\.config\.ts$/;

const isPrefixedInterface = (node: ts.Node): node is ts.InterfaceDeclaration =>
  ts.isInterfaceDeclaration(node) && /^I[A-Z][a-z]/.test(node.name.text);

const isDefaultExport = (node: ts.Node): node is ts.ExportAssignment | ts.ExportSpecifier | ts.ModifierLike =>
  (ts.isExportAssignment(node) && node.isExportEquals !== true) ||
  (ts.isExportSpecifier(node) && node.name.text === 'default') ||
  node.kind === ts.SyntaxKind.DefaultKeyword;

function ofName({ path }: Source): Finding[] {
  const found = (message: string): Finding => ({ path, line: 1, message });
  const name = posix.basename(path);
  const folder = path
    .split('/')
    .slice(0, -1)
    .find((part) => folderNames.has(part));
  return [
    ...(/^index\.(?:tsx?|mjs)$/.test(name) ? [found('is a barrel: import the file that holds the thing')] : []),
    ...(fileName.test(name) ? [] : [found('is not named in kebab-case, thing first, role last')]),
    ...(folder === undefined ? [] : [found(`lies in "${folder}": put it beside the thing it is about`)]),
  ];
}

const ofText = (source: Source): Finding[] => [
  ...nodesOf(source, ts.isEnumDeclaration).map((node) => at(node, 'is an enum: use a union of strings')),
  ...nodesOf(source, isPrefixedInterface).map((node) => at(node, `${node.name.text} has a prefix that says nothing`)),
  ...(mayDefault.test(source.path)
    ? []
    : nodesOf(source, isDefaultExport).map((node) => at(node, 'is a default export: give it its name'))),
];

export const habits: Rule = {
  name: 'names and forms that everybody expects',
  find: (sources) => sources.flatMap((source) => [...ofName(source), ...ofText(source)]),
};

const openingLines = { fewest: 3, most: 10 };

export const openings: Rule = {
  name: 'every module says first what it promises',
  find: (sources) =>
    sources
      .filter(({ path }) => /^server\/(?:modules|platform)\/.*\.module\.ts$/.test(path))
      .flatMap(({ path, text }) => {
        const lines = text.split('\n').findIndex((line) => !line.startsWith('//'));
        if (lines >= openingLines.fewest && lines <= openingLines.most) return [];
        const message = `opens with ${lines} lines of comment, not ${openingLines.fewest} to ${openingLines.most}: what it promises, what it refuses, who may call it`;
        return [{ path, line: 1, message }];
      }),
};
