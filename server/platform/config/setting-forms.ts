import { z } from 'zod';

/** An address with one of these schemes. */
export const url = (schemes: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)),
      `must be an address starting with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    );

/** Several values with commas between them. */
export const list = (usual: string) =>
  z
    .string()
    .default(usual)
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    );
