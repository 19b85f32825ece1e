import { base64 } from '../../../shared/log/encoding.js';
import type { Finding } from './check-receipt';

/**
 * What proves to others that something is broken: the receipt, the keys, the checkpoint seen before with the proof that was
 * attempted, and what was found. Two signed checkpoints that do not fit convict the log, whoever shows them.
 */
export const evidenceFile = (receipt: string, { checks, relied }: Finding): string =>
  `${JSON.stringify(
    {
      format: 'entente evidence 1',
      checks: Object.fromEntries(checks.map(({ name, state }) => [name, state])),
      receipt,
      ...(relied.policy !== undefined && { policy: relied.policy }),
      ...(relied.remembered && {
        remembered: { checkpoint: relied.remembered.checkpoint, proof: relied.remembered.proof.map(base64) },
      }),
    },
    null,
    2,
  )}\n`;
