import type { Given } from '../command.js';
import { makeWitnessKey } from './witness-key.js';

/** Makes the key of a witness, and prints the line that the log registers. */
export async function newWitness(given: Given): Promise<void> {
  const { vkey } = makeWitnessKey(given.parameter, given.value('--out') ?? 'witness.key');
  process.stdout.write(`${vkey}\n`);
}
