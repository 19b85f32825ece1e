import { z } from 'zod';
import { cleanText } from './unicode-safety.js';

/** A language tag as this platform writes them: `mk`, `ckb`, `ur-Latn`. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})?$/);

/**
 * One text said in several languages, by language tag. What comes in is composed (NFC) and without hidden characters,
 * so that two people who see the same text have the same text.
 * @param maximum characters in each language
 */
export const bilingualText = (maximum: number) =>
  z
    .record(languageTag, z.string().overwrite(cleanText).trim().min(1).max(maximum))
    .refine((text) => Object.keys(text).length > 0);

export type BilingualText = Readonly<Record<string, string>>;

/** The languages of a dyad in which a text is still missing: nothing that binds both sides may have any. */
export const missingIn = (text: BilingualText, required: readonly string[]): string[] =>
  required.filter((language) => !Object.hasOwn(text, language) || text[language]?.trim() === '');
