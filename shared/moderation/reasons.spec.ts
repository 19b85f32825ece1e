import { describe, expect, it } from 'vitest';
import { sortedJson } from '../contract/sorted-json.js';
import { reasonCodes, reasonVersionInForce, reasonVersions, type ReasonVersion } from './reasons.js';
import { categories, keywords } from './statement-of-reasons/dsa-terms.js';

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex');
}

/** What each version was on the day it came into force. */
const asInForce: Readonly<Record<ReasonVersion, string>> = {
  1: '3c0999e9e891fcb7130d91c808bf8ce372eb6537966a9ae3775b592885e1113c',
};

describe('the reasons', () => {
  it('each have a category and a keyword of the DSA Transparency Database, in every version', () => {
    for (const version of Object.values(reasonVersions)) {
      expect(Object.keys(version)).toEqual([...reasonCodes]);
      for (const { category, keyword } of Object.values(version)) {
        expect(categories).toContain(category);
        expect(keywords).toContain(keyword);
      }
    }
    expect(categories).toHaveLength(16);
  });

  it('MOD-21: mean what they meant: a version that decisions rest upon stands as it was', async () => {
    const versions = Object.entries(reasonVersions);
    for (const [version, reasons] of versions)
      expect(asInForce, version).toHaveProperty(version, await sha256(sortedJson(reasons)));
    expect(String(reasonVersionInForce)).toBe(versions.at(-1)?.[0]);
  });
});
