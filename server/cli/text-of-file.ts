import { readFileSync, statSync } from 'node:fs';
import { ConfigurationError } from '../platform/config/config.js';

/** Which encoding a file says it has, by its first bytes; UTF-8 where it says nothing. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The text of a file in UTF-8 or UTF-16, as programs for translators write them. @throws TypeError when it is neither */
const textOfFile = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);

/**
 * The text of a file that somebody named.
 * @param bytes that it may have in UTF-8; twice as many are read, since some programs write UTF-16
 * @throws ConfigurationError saying why there is none
 */
export function readText(path: string, bytes: number): string {
  try {
    if (statSync(path).size <= 2 * bytes) return textOfFile(readFileSync(path));
  } catch (error) {
    throw new ConfigurationError(`"${path}" cannot be read as text: ${error instanceof Error ? error.message : ''}`);
  }
  throw new ConfigurationError(`"${path}" is larger than ${bytes / 1024 ** 2} MB.`);
}
