import { failures, fieldRules } from '../../shared/contract/failure.js';
import type { Catalogue } from './catalogue.js';

/** Parameters that a sentence about a field may use. */
const fieldParameters = ['field', 'minimum', 'maximum'];

const parametersOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name);

/** Failures and field rules without a sentence in a language, and sentences that ask for what a failure does not carry. */
export function unsaidFailures(catalogue: Catalogue): string[] {
  const codes = Object.entries(failures).map(
    ([code, { params }]) => [`errors:failure.${code}`, params as readonly string[]] as const,
  );
  const rules = fieldRules.map((rule) => [`errors:field.${rule}`, fieldParameters] as const);
  return [...codes, ...rules].flatMap(([key, carried]) => {
    const sentence = catalogue.get(key);
    if (sentence === undefined) return [`${key}: has no sentence`];
    const unknown = parametersOf(sentence).filter((name) => !carried.includes(name));
    return unknown.length > 0 ? [`${key}: asks for ${unknown.join(', ')}, which the failure does not carry`] : [];
  });
}
