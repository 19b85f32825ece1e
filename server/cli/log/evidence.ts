import { base64 } from '../../../shared/log/encoding.js';
import type { Hash } from '../../../shared/log/hash.js';
import { replaceFile } from './durable-file.js';
import type { NotedCheckpoint } from './knowledge.js';

/**
 * Writes down two checkpoints that one log has signed and that do not fit together, with what was tried as the proof between
 * them. Whoever has the file can show it to anybody: both signatures are the log's.
 * @param beside the path that the file's name begins with
 * @returns where it lies
 */
export function writeEvidence(
  beside: string,
  older: NotedCheckpoint,
  newer: NotedCheckpoint,
  proof: readonly Hash[],
): string {
  const path = `${beside}.evidence-${older.size}-${newer.size}.json`;
  const content = {
    format: 'entente-log-evidence/1',
    origin: newer.origin,
    older: older.note,
    newer: newer.note,
    proof: proof.map(base64),
  };
  replaceFile(path, `${JSON.stringify(content, null, 2)}\n`);
  return path;
}
