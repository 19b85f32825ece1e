import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../server/platform/config/project-root.js';
import type { Language } from '../../shared/language/language.js';

type Sentences = { readonly [key: string]: string | Sentences };

/** A sentence of the interface, as it stands in the file of a language. */
export function says(language: Language, file: string, key: string): string {
  const all = JSON.parse(readFileSync(join(projectRoot, 'locales', language, `${file}.json`), 'utf8')) as Sentences;
  const found = key
    .split('.')
    .reduce<string | Sentences | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), all);
  if (typeof found !== 'string') throw new Error(`${file} does not say ${key}`);
  return found;
}
