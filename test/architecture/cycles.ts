import { allImports } from './imports.js';
import type { Finding, Rule } from './source.js';

type Graph = ReadonlyMap<string, readonly string[]>;

export const cycles: Rule = {
  name: 'no file imports itself by way of others',
  find: (sources) => {
    const graph = new Map(sources.map(({ path }) => [path, new Array<string>()]));
    for (const { from, to } of allImports(sources)) if (graph.has(to)) graph.get(from)?.push(to);
    return roundTrips(graph);
  },
};

/** Walks the graph in depth, once; an edge back onto the way that is being walked closes a round. */
function roundTrips(graph: Graph): Finding[] {
  const found: Finding[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const walk = (path: string): void => {
    way.push(path);
    for (const next of graph.get(path) ?? []) {
      const met = way.indexOf(next);
      if (met >= 0) found.push({ path, line: 1, message: `closes a round: ${[...way.slice(met), next].join(' -> ')}` });
      else if (!done.has(next)) walk(next);
    }
    way.pop();
    done.add(path);
  };
  for (const path of graph.keys()) if (!done.has(path)) walk(path);
  return found;
}
