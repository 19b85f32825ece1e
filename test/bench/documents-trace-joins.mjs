// Coming into a long document: the first after the server started, when it is read from the database, and later ones.
import { atMost, figure, noLess, percentiles } from './figures.mjs';
import { generator, pause } from './process.mjs';
import { startDocuments } from './documents-sides.mjs';

const starts = 5;
const warmJoins = 20;
const settleMilliseconds = 500;
const goals = { cold: 100, warm: 20, megabytes: 40 };

export async function measureTrace(say, { folder, trace, who }) {
  say(`Joining a document of ${trace.updates} updates (${trace.name}), ${starts + 1} times after a start`);
  const reader = generator('documents-paper.mjs');
  const cold = [];
  let warm = [];
  let grown = [];
  for (let start = 0; start <= starts; start += 1) {
    const server = await startDocuments(folder);
    const join = () => reader.ask({ url: server.url, who });
    await pause(settleMilliseconds);
    const before = await server.usage();
    cold.push(await join());
    const after = await server.usage();
    grown.push(after.megabytes - before.megabytes);
    if (start === starts) for (let number = 0; number < warmJoins; number += 1) warm.push(await join());
    await server.stop();
  }
  await reader.stop();
  // The first time the reader itself had just started; what the server has to do is the same every time.
  const [unread, ...again] = cold;
  const of = (joins, name) => percentiles(joins.map((join) => join[name]));
  const early = [...cold, ...warm].filter(({ isWhole }) => !isWhole).length;
  return [
    figure('long document: updates in its log', trace.updates, ''),
    figure('long document: updates that no stored state holds', trace.sinceState, ''),
    figure('long document: what a reader gets', Math.ceil(cold[0].bytes / 1024), 'kB'),
    atMost(
      `cold join, complete at the reader, median of ${starts}`,
      noLess(of(again, 'complete').p50),
      'ms',
      goals.cold,
    ),
    figure(`cold join, complete at the reader, slowest of ${starts}`, noLess(of(again, 'complete').p99), 'ms'),
    figure('cold join by a reader who had just started too, complete', noLess(unread.complete), 'ms'),
    figure(`cold join, received, median of ${starts}`, noLess(of(again, 'received').p50), 'ms'),
    atMost(`warm join, received, p50 of ${warmJoins}`, noLess(of(warm, 'received').p50), 'ms', goals.warm),
    figure(`warm join, received, p99 of ${warmJoins}`, noLess(of(warm, 'received').p99), 'ms'),
    figure('warm join, complete at the reader, p50', noLess(of(warm, 'complete').p50), 'ms'),
    atMost('joins that were told they have everything too early', early, '', 0),
    atMost('memory that one long document takes, most', noLess(Math.max(...grown)), 'MB', goals.megabytes),
  ];
}
