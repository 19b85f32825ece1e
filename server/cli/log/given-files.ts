import { readFileSync, statSync } from 'node:fs';
import { fromUtf8 } from '../../../shared/log/encoding.js';
import { attempt } from '../../../shared/log/error.js';
import { UncheckedError } from '../command.js';

/** Why a file was not read, as the operating system says it. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unreadable';

const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error));

/** The bytes of a file, nothing where there is none. @throws UncheckedError where it is there and cannot be read */
export function bytesIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw new UncheckedError(`${path} cannot be read (${codeOf(error)}).`);
  }
}

/** The bytes of a file that somebody named. @throws UncheckedError where it cannot be read */
export function bytesOf(path: string): Uint8Array {
  const bytes = bytesIfThere(path);
  if (bytes === undefined) throw new UncheckedError(`${path} cannot be read: there is no such file.`);
  return bytes;
}

/** The text of such a file. @throws UncheckedError where it cannot be read, or is no text in UTF-8 */
export function textOf(path: string): string {
  const bytes = bytesOf(path);
  const text = attempt(() => fromUtf8(bytes));
  if (text === undefined) throw new UncheckedError(`${path} is no text in UTF-8.`);
  return text;
}

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
