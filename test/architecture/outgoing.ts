import ts from 'typescript';
import { allImports } from './imports.js';
import { at, isSpec, nodesOf, type Rule } from './source.js';

/** The one way out, and what starts or serves programs before there is a server. */
const mayAsk = /^server\/platform\/http\/outgoing-|^server\/launch\//;

/** What can open a connection to anywhere. Database and Redis have clients of their own, for configured addresses. */
const ways = /^(?:node:)?(?:http|https|http2|tls|dgram|undici|axios|got|node-fetch)$/;

const isFetch = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'fetch';

/** Requests to the outside leave by one door, which looks at where they go. */
export const outgoing: Rule = {
  name: 'requests of the server leave by one door',
  find: (sources) =>
    sources
      .filter((source) => source.path.startsWith('server/') && !mayAsk.test(source.path) && !isSpec(source))
      .flatMap((source) => [
        ...nodesOf(source, isFetch).map((node) => at(node, 'calls fetch: ask OutgoingRequests')),
        ...allImports([source])
          .filter(({ to, typeOnly }) => !typeOnly && ways.test(to))
          .map(({ from, line, to }) => ({ path: from, line, message: `loads ${to}: ask OutgoingRequests` })),
      ]),
};
