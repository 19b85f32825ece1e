import ts from 'typescript';
import { allImports } from './imports.js';
import { at, isSpec, nodesOf, type Finding, type Rule, type Source } from './source.js';

/** Words of the domain; the floor below it has no use for them. A dyad is what its tables are kept apart by. */
const domainWords = new Set(
  `forum forums thread threads topic topics citizen moderator moderation steward drafter evaluator charter disclosure statement
  ratification reservation commitment milestone translation translations`.split(/\s+/),
);

/** Strings and places where such a word means something else, or where the whole program's settings are listed. */
const otherMeaning = /browsing-topics/;
const wholeProgram = 'server/platform/config/';

/** What of `shared` is not about the domain. */
const sharedFloor = /^shared\/(?:contract|access|language|log)\//;

const isWord = (node: ts.Node): node is ts.Identifier | ts.StringLiteral =>
  ts.isIdentifier(node) || (ts.isStringLiteral(node) && !ts.isImportDeclaration(node.parent));

const wordsIn = (text: string): string[] =>
  text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);

function spokenIn(source: Source): Finding[] {
  return nodesOf(source, isWord).flatMap((node) => {
    const word = wordsIn(node.text).find((one) => domainWords.has(one));
    return word === undefined || otherMeaning.test(node.text)
      ? []
      : [at(node, `says "${word}": the platform knows no word of the domain`)];
  });
}

export const platformWords: Rule = {
  name: 'the platform knows no word of the domain',
  find: (sources) => {
    const platform = sources.filter(
      (source) =>
        source.path.startsWith('server/platform/') && !source.path.startsWith(wholeProgram) && !isSpec(source),
    );
    const imported = allImports(sources).filter(
      ({ from, to }) => from.startsWith('server/platform/') && to.startsWith('shared/') && !sharedFloor.test(to),
    );
    return [
      ...platform.flatMap(spokenIn),
      ...imported.map(({ from, to, line }) => ({ path: from, line, message: `imports ${to}: that is the domain's` })),
    ];
  },
};
