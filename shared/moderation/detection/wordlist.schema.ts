import { z } from 'zod';
import { cleanText } from '../../language/unicode-safety.js';
import { reasonCodes } from '../reasons.js';
import { entryForms, entryKinds, fitsForm, wordlistLimits } from './wordlist.rules.js';

const entryText = z.string().trim().min(1).max(wordlistLimits.entry).transform(cleanText);

/** One entry of a word list. */
export const wordEntry = z
  .object({
    text: entryText,
    form: z.enum(entryForms),
    kind: z.enum(entryKinds),
    /** Why a moderator would object to it, as a suggestion. */
    reason: z.enum(reasonCodes),
  })
  .strict()
  .refine(({ text, form }) => fitsForm(text, form), { path: ['form'] });
export type WordEntry = z.output<typeof wordEntry>;
