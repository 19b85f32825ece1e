import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Direction, PluralCategory, Script } from '../../shared/language/language.js';

/** All sentences of a language: `forum:post.reply` -> what a reader sees. */
export type Catalogue = ReadonlyMap<string, string>;

/** A row of `locales/languages.json`. */
export interface LanguageRow {
  readonly code: string;
  readonly name: string;
  readonly direction: Direction;
  readonly script: Script;
  readonly plurals: readonly PluralCategory[];
  readonly status: string;
}

/** The keys of a language that may say the same as English, because the language does. */
export type SameAsEnglish = Readonly<Record<string, readonly string[]>>;

type Tree = { readonly [key: string]: string | Tree };

/** The leaves of a locale file, with the path of each. */
function flattened(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flattened(value, `${path}${key}.`),
  );
}

export const catalogueOf = (namespaces: Readonly<Record<string, Tree>>): Catalogue =>
  new Map(Object.entries(namespaces).flatMap(([namespace, tree]) => flattened(tree, `${namespace}:`)));

/** The files of a language, below its folder. */
export const filesOf = (folder: string, language: string): string[] =>
  existsSync(join(folder, language))
    ? readdirSync(join(folder, language), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.json'))
        .toSorted()
    : [];

/** Reads the files of a language; a language without files has no sentences. */
export const readCatalogue = (folder: string, language: string): Catalogue =>
  catalogueOf(
    Object.fromEntries(
      filesOf(folder, language).map((file) => [
        basename(file, '.json'),
        JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Tree,
      ]),
    ),
  );

export function readJson<T>(path: string, otherwise: T): T {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : otherwise;
}
