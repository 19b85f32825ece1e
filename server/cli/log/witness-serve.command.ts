import { once } from 'node:events';
import { keyType, parseVerifierKey, type VerifierKey } from '../../../shared/log/key.js';
import { attempt } from '../../../shared/log/error.js';
import { logCrypto } from '../../platform/crypto/log-crypto.js';
import { UncheckedError, type Given } from '../command.js';
import { readWitnessKey } from './witness-key.js';
import { witnessServer } from './witness-server.js';
import { Witness } from './witness.js';

const usualPort = 2026;
const ownMachine = '127.0.0.1';

/** Answers logs until it is told to end. */
export async function witnessServe(given: Given): Promise<void> {
  const key = readWitnessKey(given.needed('--key'));
  const witness = new Witness(key, given.values('--log').map(logKeyOf), given.needed('--state'));
  const app = witnessServer(witness, () => Math.floor(Date.now() / 1000));
  const address = await listening(app.listen({ port: portOf(given), host: given.value('--host') ?? ownMachine }));
  process.stdout.write(`${key.vkey}\n${address}/add-checkpoint\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await app.close();
}

async function listening(address: Promise<string>): Promise<string> {
  try {
    return await address;
  } catch (error) {
    throw new UncheckedError(`Nobody can be answered at this port: ${error instanceof Error ? error.message : ''}`);
  }
}

/** @throws UncheckedError for a key that is none of a log */
function logKeyOf(text: string): VerifierKey {
  const key = attempt(() => parseVerifierKey(logCrypto.sha256, text));
  if (key?.type !== keyType.ed25519) throw new UncheckedError(`${text} is no key of a log.`);
  return key;
}

function portOf(given: Given): number {
  const port = Number(given.value('--port') ?? usualPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UncheckedError('--port takes a number up to 65535.');
  return port;
}
