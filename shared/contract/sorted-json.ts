import { jcs } from '../log/jcs.js';

/**
 * JSON as it is hashed, in the form of RFC 8785: whoever has the same values has the same characters. A key whose value is
 * undefined is left out.
 * @throws LogError for what JSON has no form for: a number that is none, undefined in a list, a function
 */
export const sortedJson = (value: unknown): string => jcs(value);
