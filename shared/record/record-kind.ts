import { z } from 'zod';

/** A text in each language that has it; one has it at least. */
export const texts = z.record(z.string(), z.string()).refine((inLanguages) => Object.keys(inLanguages).length > 0);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What an entry of a kind says. `open` stands readably in the leaf of the log, for ever: numbers, days, codes, and
 * organisations, who are named as organisations. `told` stands there as salted digests only, one for each text, and is told
 * beside the leaf as long as it may be told: whatever people wrote, and whatever could be guessed.
 */
export const kind = <const O extends z.ZodRawShape, const T extends z.ZodRawShape>(open: O, told: T) => ({
  open: z.strictObject(open),
  told: z.strictObject(told),
});
