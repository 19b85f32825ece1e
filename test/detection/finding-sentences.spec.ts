import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/language/language.js';
import { findingKinds, type FindingCode } from '../../shared/moderation/detection/finding.rules.js';

const codes = Object.keys(findingKinds) as FindingCode[];

describe('the sentences of findings', () => {
  it.each(Object.keys(languages))('in %s put in what findings of their kind say', (language) => {
    const file = new URL(`../../locales/${language}/moderation.json`, import.meta.url);
    const { finding: sentences } = JSON.parse(readFileSync(file, 'utf8')) as { finding: Record<string, string> };
    for (const code of codes) {
      const used = [...(sentences[code] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      expect(used.toSorted(), code).toEqual([...findingKinds[code].params].toSorted());
    }
  });
});
