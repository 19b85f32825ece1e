import { describe, expect, it } from 'vitest';
import { contentKinds, fitsKind, hasHandIn, kindRules } from './content-kind.rules.js';
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

  it('are decided about by nobody who has a hand in them', () => {
    const near = contentKinds.map((kind) => {
      const words = { kind, authorId: 'author', concerns: ['writer'] };
      const isNear = (memberId: string, ...roles: ('moderator' | 'drafter')[]) => hasHandIn(words, { memberId, roles });
      return [kind, isNear('author'), isNear('writer'), isNear('other', 'moderator', 'drafter'), isNear('other')];
    });
    expect(near).toEqual([
      ['post', true, false, false, false],
      ['translation', true, false, false, false],
      ['name', true, false, false, false],
      ['statement', true, true, true, false],
    ]);
  });
});
