import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes all bytes to a new or emptied file and has them on the disk before it returns. */
export function writeToDisk(path: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  const file = openSync(path, 'w', 0o644);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Puts a file that is on the disk into its place; whoever reads there finds the old one or the new one, never a part. */
export function moveInPlace(from: string, to: string): void {
  const folder = dirname(to);
  mkdirSync(folder, { recursive: true });
  renameSync(from, to);
  // The name stands in the folder: without this a power cut could bring the old file back.
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Replaces a file as a whole. It is on the disk when this returns. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.new`;
  writeToDisk(fresh, content);
  moveInPlace(fresh, path);
}
