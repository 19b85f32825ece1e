import { describe, expect, it } from 'vitest';
import type { RichText } from '../../../../shared/language/rich-text.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import { deskItemOf } from '../specimens';
import { differsFrom } from './reported-words';

const saying = (text: string): RichText => [{ type: 'paragraph', inlines: [{ type: 'text', text }] }];

/** What somebody reported of a joint statement: both of its texts. */
const reported = (bg: string, mk: string): DeskItem['reports']['versions'][number] => ({
  hash: '0'.repeat(64),
  revision: 1,
  reports: 1,
  takenAt: '2026-01-01T08:00:00.000Z',
  words: {
    language: 'bg',
    body: saying(bg),
    translations: [{ language: 'mk', status: 'authentic', engine: null, body: saying(mk) }],
  },
});

describe('words that were reported', () => {
  it('are others than those there now when either of two authentic texts has changed', () => {
    const now = deskItemOf({
      kind: 'statement',
      language: 'bg',
      body: saying('Едно'),
      facing: { language: 'mk', body: saying('Едното') },
    });
    expect(differsFrom(now, reported('Едно', 'Едното'))).toBe(false);
    expect(differsFrom(now, reported('Друго', 'Едното'))).toBe(true);
    expect(differsFrom(now, reported('Едно', 'Друго'))).toBe(true);
    expect(differsFrom(now, { ...reported('Едно', 'Едното'), words: null })).toBe(true);
  });
});
