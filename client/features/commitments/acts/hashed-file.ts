import { commitmentLimits } from '../../../../shared/commitments/commitment.rules.js';
import type { Evidence } from '../../../../shared/commitments/progress.schema.js';
import { sha256OfBytes } from '../../../lib/sha256';

/** Browsers take a whole file into memory to work its hash out; what is larger is left to other tools. */
export const largestFile = { bytes: 512 * 1024 * 1024, mebibytes: 512 } as const;

/** What is told of a file: its name, its size and its hash. The file itself stays where it is. */
export async function hashedFile(file: File): Promise<Evidence['files'][number]> {
  const sha256 = await sha256OfBytes(await file.arrayBuffer());
  return { name: file.name.slice(-commitmentLimits.fileName), sha256, bytes: file.size, link: null };
}
