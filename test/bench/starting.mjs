// How long until the first page is there: on an empty folder with the demonstration, and again on the same folder.
import { atMost, round } from './figures.mjs';
import { pause, startServer, temporaryFolder } from './process.mjs';

const coldSeconds = 10;
const warmSeconds = 5;
/** Stopped as people stop it, with its database: not in the moment in which it begins to answer. */
const settleMilliseconds = 1000;

export async function measureStarting(say) {
  say('Starting on an empty folder with the demonstration, and again');
  const folder = temporaryFolder();
  const cold = await startServer(folder, { DEMO: 'on' });
  await pause(settleMilliseconds);
  await cold.stop();
  const warm = await startServer(folder, { DEMO: 'on' });
  await pause(settleMilliseconds);
  await warm.stop();
  return [
    atMost('cold start with the demonstration, to the first page', round(cold.milliseconds / 1000), 's', coldSeconds),
    atMost('warm start, to the first page', round(warm.milliseconds / 1000), 's', warmSeconds),
  ];
}
