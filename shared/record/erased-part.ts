import { z } from 'zod';
import { erasureGrounds } from './erasure.rules.js';

/** What of an entry was erased, on which day, and on what ground. */
export const erasedPart = z.object({ path: z.string(), on: z.iso.date(), ground: z.enum(erasureGrounds) });
export type ErasedPart = z.output<typeof erasedPart>;
