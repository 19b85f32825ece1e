// A witness on the web that is asked to sign a log that grows, one request after the other.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Witness } from '../../dist/server/cli/log/witness.js';
import { makeWitnessKey } from '../../dist/server/cli/log/witness-key.js';
import { witnessServer } from '../../dist/server/cli/log/witness-server.js';
import { logCrypto } from '../../dist/server/platform/crypto/log-crypto.js';
import { formatCheckpoint } from '../../dist/shared/log/checkpoint.js';
import { utf8 } from '../../dist/shared/log/encoding.js';
import { leafHash, nodeHash } from '../../dist/shared/log/hash.js';
import { keyType } from '../../dist/shared/log/key.js';
import { signedNote } from '../../dist/shared/log/note.js';
import { consistencyProof } from '../../dist/shared/log/proof.js';
import { appended, emptyFrontier, rootOf } from '../../dist/shared/log/tree.js';
import { formatAddCheckpoint } from '../../dist/shared/log/witness-request.js';
import { percentiles } from './figures.mjs';
import { keyOf } from './record-keys.mjs';

const { sha256 } = logCrypto;
const origin = 'bench.example/log';

/** @returns how many requests a second it answers with its signature, and the milliseconds of each */
export async function cosigned(requests) {
  const folder = mkdtempSync(join(tmpdir(), 'entente-witness-'));
  const log = keyOf(origin, keyType.ed25519);
  const key = makeWitnessKey('witness.example/bench', join(folder, 'key'));
  const app = witnessServer(new Witness(key, [log.key], join(folder, 'state')), () => Math.floor(Date.now() / 1000));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const bodies = requestsOf(requests, (text) => signedNote(text, [log.line(log.sign(utf8(text)))]));
  const taken = [];
  const began = performance.now();
  for (const body of bodies) {
    const from = performance.now();
    const answer = await fetch(`${address}/add-checkpoint`, { method: 'POST', body });
    if (answer.status !== 200) throw new Error(`The witness answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
    taken.push(performance.now() - from);
  }
  const perSecond = (requests / (performance.now() - began)) * 1000;
  await app.close();
  rmSync(folder, { recursive: true });
  return { perSecond, p99: percentiles(taken).p99 };
}

/** A log that grows by one entry at a time, as it is handed to a witness that follows it. */
function requestsOf(count, signed) {
  const levels = [[]];
  const read = (level, index) => levels[level][index];
  let frontier = emptyFrontier;
  const bodies = [];
  for (let size = 1; size <= count; size += 1) {
    const leaf = leafHash(sha256, utf8(`entry ${size}`));
    frontier = appended(sha256, frontier, [leaf]);
    levels[0].push(leaf);
    for (let level = 0; levels[level].length % 2 === 0 && levels[level].length > 0; level += 1) {
      const [left, right] = levels[level].slice(-2);
      (levels[level + 1] ??= []).push(nodeHash(sha256, left, right));
    }
    const checkpoint = signed(formatCheckpoint({ origin, size, root: rootOf(sha256, frontier) }));
    const proof = size === 1 ? [] : consistencyProof(sha256, { from: size - 1, to: size }, read);
    bodies.push(formatAddCheckpoint({ old: size - 1, proof, checkpoint }));
  }
  return bodies;
}
