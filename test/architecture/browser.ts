import ts from 'typescript';
import { allImports } from './imports.js';
import { at, isSpec, nodesOf, type Finding, type Rule } from './source.js';

/** Ways to the network; only `client/lib` takes them, so that there is one place for each. */
const waysOut = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']);
const networkPackages = new Set(['socket.io-client']);

const isWayOut = (node: ts.Node): node is ts.CallExpression | ts.NewExpression =>
  (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
  waysOut.has(node.expression.getText().replace(/^(?:window|globalThis)\./, ''));

const outsideLib = (path: string): boolean => path.startsWith('client/') && !path.startsWith('client/lib/');

export const network: Rule = {
  name: 'only client/lib reaches the network',
  find: (sources) => [
    ...sources
      .filter((source) => outsideLib(source.path) && !isSpec(source))
      .flatMap((source) =>
        nodesOf(source, isWayOut).map((node) => at(node, `${node.expression.getText()}: go through client/lib`)),
      ),
    ...allImports(sources)
      .filter(({ from, to }) => outsideLib(from) && networkPackages.has(to))
      .map(({ from, to, line }) => ({ path: from, line, message: `imports ${to}: go through client/lib` })),
  ],
};

export const lightClient: Rule = {
  name: 'no schema library reaches the browser',
  find: (sources) => {
    const loaded = allImports(sources).filter(({ typeOnly, from }) => !typeOnly && !/\.spec\.tsx?$/.test(from));
    const heavy = new Set(loaded.filter(({ to }) => to === 'zod').map(({ from }) => from));
    for (let before = -1; before !== heavy.size;) {
      before = heavy.size;
      for (const { from, to } of loaded) if (heavy.has(to) && from.startsWith('shared/')) heavy.add(from);
    }
    return loaded
      .filter(({ from, to }) => from.startsWith('client/') && (to === 'zod' || heavy.has(to)))
      .map(({ from, to, line }): Finding => ({
        path: from,
        line,
        message: `loads zod by ${to}: import its types only, or a *.rules.ts`,
      }));
  },
};
