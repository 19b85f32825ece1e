import { join } from 'node:path';
import type { Policy } from '../../../shared/log/policy.js';
import { tileWidth, type Tile } from '../../../shared/log/tile.js';
import { UncheckedError, type Given } from '../command.js';
import { between, type Between } from './between.js';
import { checkpointFile, policyFile } from './copy.js';
import { writeEvidence } from './evidence.js';
import { givenPolicy, policyOf, signedBy, type NotedCheckpoint } from './knowledge.js';
import { marked, print } from './log-sentences.js';
import { LogAddress } from './log-address.js';

/** A checkpoint, and where it was shown. */
interface Shown {
  readonly address: LogAddress;
  readonly checkpoint: NotedCheckpoint;
}

/**
 * Compares what a log shows at several addresses: its own, those of copies, those at which witnesses show what they signed.
 * @returns 0 when all of it is one history, 1 when it is not or a checkpoint is not signed by the log
 * @throws UncheckedError where an address cannot be reached, or nobody has the tiles that would show it
 */
export async function verifyCompare(given: Given): Promise<0 | 1> {
  if (given.parameters.length < 2) throw new UncheckedError('To compare, two addresses are needed.');
  const addresses = given.parameters.map((base) => new LogAddress(base));
  const policy = givenPolicy(given, '--log') ?? (await servedPolicy(addresses));
  const shown: Shown[] = [];
  for (const address of addresses) {
    const checkpoint = signedBy(policy, await address.text(checkpointFile));
    if (checkpoint === undefined) {
      say(given, false, [marked('broken', `${address.base.href} shows a checkpoint that the log has not signed.`)]);
      return 1;
    }
    shown.push({ address, checkpoint });
  }
  const origins = new Set(shown.map(({ checkpoint }) => checkpoint.origin));
  if (origins.size > 1) throw new UncheckedError(`These are different logs: ${[...origins].join(', ')}.`);
  return compared(
    given,
    shown.toSorted((one, other) => one.checkpoint.size - other.checkpoint.size),
  );
}

/** Each with the next larger one: if those fit, all fit. */
async function compared(given: Given, shown: readonly Shown[]): Promise<0 | 1> {
  const lines: string[] = [];
  const evidence: string[] = [];
  for (const [at, newer] of shown.entries()) {
    const older = shown[at - 1];
    if (older === undefined) continue;
    const { state, proof } = await provenByAny(shown, older, newer);
    const pair = `${older.address.base.href} (${older.checkpoint.size}) and ${newer.address.base.href} (${newer.checkpoint.size})`;
    if (state === 'not_known') throw new UncheckedError(`Nobody serves the tiles that would show whether ${pair} fit.`);
    lines.push(marked(state, state === 'held' ? `${pair} show one history.` : `${pair} show two histories.`));
    if (state === 'held') continue;
    const file = writeEvidence(join(given.value('--out') ?? '.', 'log'), older.checkpoint, newer.checkpoint, proof);
    evidence.push(file);
    lines.push(`Both checkpoints are in ${file}: show them to others.`);
  }
  say(given, evidence.length === 0, lines, evidence);
  return evidence.length === 0 ? 0 : 1;
}

/** Whoever has the tiles of the larger tree can show it; that they are of this tree is checked. */
async function provenByAny(shown: readonly Shown[], older: Shown, newer: Shown): Promise<Between> {
  if (older.checkpoint.size === newer.checkpoint.size)
    return between(async () => undefined, older.checkpoint, newer.checkpoint);
  for (const { address, checkpoint } of shown) {
    // A copy has the last tiles as they are at its own size: they begin with those of every smaller one.
    const tileAt = (tile: Tile) => address.tile(tileIn(checkpoint.size, tile));
    const found = await between(tileAt, older.checkpoint, newer.checkpoint);
    if (found.state !== 'not_known') return found;
  }
  return { state: 'not_known', proof: [] };
}

const tileIn = (size: number, { level, index }: Tile): Tile => ({
  level,
  index,
  width: Math.max(1, Math.min(tileWidth, Math.floor(size / tileWidth ** level) - index * tileWidth)),
});

async function servedPolicy(addresses: readonly LogAddress[]): Promise<Policy> {
  for (const address of addresses) {
    if ((await address.read(policyFile)) !== undefined)
      return policyOf(`${address.base.href}${policyFile}`, await address.text(policyFile));
  }
  throw new UncheckedError('None of them serves a policy: say whose log it is, with --policy FILE or --log VKEY.');
}

function say(given: Given, holds: boolean, lines: readonly string[], evidence: readonly string[] = []): void {
  print(given.has('--json') ? [JSON.stringify({ holds, evidence })] : lines);
}
