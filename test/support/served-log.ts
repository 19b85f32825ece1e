// A log as a program of others fetches and verifies it: over HTTP, whole, with the library that also readers have.
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { parsePolicy } from '../../shared/log/policy.js';
import { bundlesOf, entriesPath, tilePath, tilesOf } from '../../shared/log/tile.js';
import { verifyLog, type LogReport, type LogToVerify } from '../../shared/log/verify-log.js';

/** Everything that is needed to verify a log without asking again. */
export interface ServedLog {
  readonly checkpoint: string;
  readonly policy: string;
  /** Tiles and bundles, by their paths. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** How many entries a checkpoint is of. */
export const sizeOf = (checkpoint: string): number => Number(checkpoint.split('\n')[1]);

/** Fetches a log whole. @param address of the log, without a slash at its end */
export async function servedLog(address: string): Promise<ServedLog> {
  const get = (path: string): Promise<Response> => fetch(`${address}/${path}`);
  const [checkpoint, policy] = [await (await get('checkpoint')).text(), await (await get('policy')).text()];
  const size = sizeOf(checkpoint);
  const files = new Map<string, Uint8Array>();
  for (const path of [...[...tilesOf(size)].map(tilePath), ...[...bundlesOf(size)].map(entriesPath)])
    files.set(path, new Uint8Array(await (await get(path)).arrayBuffer()));
  return { checkpoint, policy, files };
}

/** What the library says of it. */
export const verifiedLog = (
  { checkpoint, policy, files }: ServedLog,
  more: Pick<LogToVerify, 'remembered' | 'onEntry'> = {},
): LogReport =>
  verifyLog(logCrypto, {
    checkpoint,
    policy: parsePolicy(logCrypto.sha256, policy),
    files: (path) => files.get(path),
    ...more,
  });
