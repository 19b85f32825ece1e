import type { Catalogue } from './catalogue.js';
import { countingKeys, foldedKeys } from './plural-forms.js';
import type { Use } from './usage.js';

/** Sentences that the server asks for, or that are looked up by what another table says. */
const askedElsewhere: readonly RegExp[] = [
  /^errors:failure\./,
  /^errors:field\./,
  /^errors:name\./,
  /^moderation:finding\./,
];

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The sentences that a use can mean. */
function meant({ key, namespaces }: Use, keys: readonly string[]): string[] {
  const namespace = namespaces.length > 0 ? `(?:${namespaces.map(escape).join('|')})` : '[^:]+';
  const pattern = new RegExp(`^${namespace}:${key.split('*').map(escape).join('.+')}$`);
  return keys.filter((one) => pattern.test(one));
}

/** A whole key that is put together elsewhere says nothing about which sentences exist. */
const saysSomething = ({ key }: Use): boolean => key !== '*';

/** Uses of sentences that English does not have. */
export function unknownUses(uses: readonly Use[], english: Catalogue): string[] {
  const keys = [...foldedKeys(english, countingKeys(english))];
  return uses
    .filter((use) => saysSomething(use) && meant(use, keys).length === 0)
    .map(({ place, key }) => `${place} asks for ${key}, which English does not have`);
}

/** Sentences that nobody asks for. */
export function unusedKeys(uses: readonly Use[], english: Catalogue): string[] {
  const keys = [...foldedKeys(english, countingKeys(english))];
  const used = new Set(uses.filter(saysSomething).flatMap((use) => meant(use, keys)));
  return keys.filter((key) => !used.has(key) && !askedElsewhere.some((pattern) => pattern.test(key)));
}

/** Uses that do not hand over what a sentence puts in, where both are written out. */
export function missingParameters(uses: readonly Use[], english: Catalogue): string[] {
  const counting = countingKeys(english);
  const keys = [...foldedKeys(english, counting)];
  return uses.flatMap((use) => {
    const { parameters, key, place } = use;
    const [sentence, ...others] = meant(use, keys);
    if (parameters === undefined || key.includes('*') || sentence === undefined || others.length > 0) return [];
    const text = english.get(sentence) ?? english.get(`${sentence}_other`) ?? '';
    const needed = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name);
    if (counting.has(sentence)) needed.push('count');
    const missing = [...new Set(needed)].filter((name) => !parameters.includes(name));
    return missing.length > 0 ? [`${place} asks for ${key} without ${missing.join(', ')}`] : [];
  });
}

/** The sentences that stand on buttons: by where they are used, or by their name. */
export function buttonKeys(uses: readonly Use[], english: Catalogue): Set<string> {
  const keys = [...english.keys()];
  const byName = keys.filter((key) => /^common:action\.|[.:]button(?:[.]|$)/.test(key));
  return new Set([
    ...byName,
    ...uses.filter((use) => use.onButton && saysSomething(use)).flatMap((use) => meant(use, keys)),
  ]);
}
