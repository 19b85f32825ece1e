// The thread in which texts are looked through for words: whatever a text does to it, the server goes on.
import { parentPort } from 'node:worker_threads';
import { WordMatching } from './word-matching.js';
import type { FromWorker, ToWorker } from './word-messages.js';

const matchings = new Map<string, WordMatching>();
const say = (message: FromWorker): void => parentPort?.postMessage(message, []);

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'entries') matchings.set(message.dyad, new WordMatching(message.entries));
  if (message.type === 'forget') matchings.delete(message.dyad);
  if (message.type === 'text') {
    say({ type: 'found', hits: matchings.get(message.dyad)?.find(message.text).hits ?? [] });
  }
});
say({ type: 'ready' });
