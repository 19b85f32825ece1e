// The generator for one long document: somebody who joins it and waits until the words stand in a document of their own.
import { Participant } from './documents-participant.mjs';
import { documentOf, wordsOf } from './documents-frames.mjs';
import { now } from './process.mjs';
import { readTrace } from './documents-trace.mjs';

const { end } = readTrace();

/** @returns when all was received, when it stood in a document, and whether the first answer held everything */
async function join({ url, who }) {
  const began = now();
  const reader = new Participant(url, who);
  await reader.join();
  const received = now() - began;
  const doc = documentOf([reader.welcome]);
  const complete = now() - began;
  const isWhole = wordsOf(doc).toString() === end;
  doc.destroy();
  reader.leave();
  return { received, complete, isWhole, bytes: reader.welcome.length };
}

process.on('message', (task) => void join(task).then((answer) => process.send(answer)));
