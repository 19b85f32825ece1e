import { posix } from 'node:path';
import ts from 'typescript';
import { allImports } from '../architecture/imports.js';
import { nodesOf, type Source } from '../architecture/source.js';
import type { Use } from './usage.js';

/** The file that opens pages, and the function by which it waits for the sentences that not every page needs. */
const pages = 'client/app/pages.tsx';
const waits = 'withAllSentences';

/** The files that an import brings along, without what other pages bring. */
function reachableFrom(starts: readonly string[], imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [...starts];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    if (path !== pages) open.push(...(imports.get(path) ?? []));
  }
  return reached;
}

/** The modules that a file opens later, when it has waited for all sentences or without that; without their endings. */
function opened(source: Source, hasWaited: boolean): string[] {
  const isOpening = (node: ts.Node): node is ts.CallExpression =>
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return nodesOf(source, isOpening)
    .filter(({ parent }) => (ts.isCallExpression(parent) && parent.expression.getText() === waits) === hasWaited)
    .flatMap(({ arguments: [module] }) =>
      module && ts.isStringLiteral(module) ? [posix.join(posix.dirname(source.path), module.text)] : [],
    );
}

/** Places that are there before the sentences of `later` namespaces may be, and ask for them. */
export function earlyUses(sources: readonly Source[], uses: readonly Use[], later: ReadonlySet<string>): string[] {
  const imports = new Map<string, string[]>();
  const waited = new Map(sources.map((source) => [source.path, new Set(opened(source, true))]));
  for (const { from, to, typeOnly } of allImports(sources))
    if (!typeOnly && !waited.get(from)?.has(to.replace(/\.tsx?$/, '')))
      imports.set(from, [...(imports.get(from) ?? []), to]);
  const opening = sources.find(({ path }) => path === pages);
  if (!opening) throw new Error(`There is no ${pages}`);
  const early = opened(opening, false).map((module) => `${module}.tsx`);
  const reached = reachableFrom(['client/main.tsx', ...early], imports);
  return uses
    .filter(({ place, namespaces }) => {
      return reached.has(place.replace(/:\d+$/, '')) && namespaces.some((namespace) => later.has(namespace));
    })
    .map(({ place, namespaces, key }) => `${place} asks for ${namespaces.join('|')}:${key} before it is there`);
}
