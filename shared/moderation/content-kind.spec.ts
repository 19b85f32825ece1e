import { describe, expect, it } from 'vitest';
import { contentKinds, fitsKind, kindRules } from './content-kind.rules.js';
import { contentMeasures } from './decision-classes.rules.js';

describe('kinds of content', () => {
  it('can all be removed, left as they are, and looked at again', () => {
    for (const kind of contentKinds)
      expect([kind, kindRules[kind].measures]).toEqual([kind, expect.arrayContaining(['remove', 'dismiss', 'reopen'])]);
  });

  it('have passages and threads only where they are written in threads', () => {
    const divided = contentKinds.filter((kind) =>
      contentMeasures.some(
        (measure) => (measure === 'redact' || measure === 'lock_thread') && fitsKind(kind, { measure, sanction: null }),
      ),
    );
    expect(divided).toEqual(['post']);
  });

  it('do not answer for authors whose words they are not', () => {
    const warned = contentKinds.filter((kind) =>
      fitsKind(kind, { measure: null, sanction: { kind: 'warning', days: null } }),
    );
    expect(warned).toEqual(['post', 'name']);
  });
});
