import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A memory is large from so many units on. */
export const manyUnits = 10_000;

export const unitsOf = (tmx: string): number => tmx.split(/<tu[ >]/).length - 1;

/**
 * What Debian's own translators made of its programs, English beside one language, as Translate Toolkit writes it.
 * @returns the TMX; nothing where the programs for that, or the catalogues of messages, are missing
 */
export function memoryOfDebian(language: string): string {
  const installed = `/usr/share/locale/${language}/LC_MESSAGES`;
  const tools = ['msgunfmt', 'po2tmx'].every((tool) => spawnSync(tool, ['--version']).status === 0);
  if (!tools || !existsSync(installed)) return '';
  const folder = mkdtempSync(join(tmpdir(), 'entente-tmx-'));
  try {
    const catalogues = join(folder, 'po');
    mkdirSync(catalogues);
    for (const name of readdirSync(installed).filter((file) => file.endsWith('.mo')))
      spawnSync('msgunfmt', [join(installed, name), '-o', join(catalogues, name.replace(/mo$/, 'po'))]);
    spawnSync('po2tmx', ['--progress=none', '-l', language, '-i', catalogues, '-o', join(folder, 'all.tmx')]);
    return readFileSync(join(folder, 'all.tmx'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
