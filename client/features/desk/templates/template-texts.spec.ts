import { describe, expect, it } from 'vitest';
import type { TemplateView } from '../../../../shared/moderation/template.schema.js';
import { completeDraft, emptyDraft, lacksOf } from '../proposal/draft-values';
import { deskItemOf } from '../specimens';
import { filledTexts, gapsKnownOf, usableTemplates } from './template-texts';

const version = (text: Record<string, string>) => ({ version: 1, title: text, text, gaps: [], keys: [] });
const template = (id: string, reason: TemplateView['reason'], text: Record<string, string> | null): TemplateView => ({
  id,
  reason,
  inForce: text && version(text),
  proposed: null,
});
const texts = { bg: 'Публикацията на {{author}}: „{{quote}}“', mk: 'Објавата на {{author}}: „{{quote}}“' };

describe('templates at the desk', () => {
  it('are those in force, for the chosen reason first', () => {
    const all = [template('x', 'SPAM', texts), template('y', 'HATE', texts), template('z', 'HATE', null)];
    expect(usableTemplates(all, 'HATE').map(({ id }) => id)).toEqual(['y', 'x']);
    expect(usableTemplates(all, '').map(({ id }) => id)).toEqual(['x', 'y']);
  });

  it('MOD-45: say what the case says in both languages, and nothing is sent while a gap is left', () => {
    const item = deskItemOf();
    const facts = filledTexts(template('x', 'SPAM', texts), ['bg', 'mk'], (language) =>
      gapsKnownOf(item, language, ''),
    );
    expect(facts['mk']).toBe('Објавата на author: „{{quote}}“');
    const values = { ...emptyDraft('remove'), reason: 'SPAM', facts } as const;
    expect(lacksOf(values, ['bg', 'mk'])).toEqual(['gap.bg', 'gap.mk']);
    expect(completeDraft(values, ['bg', 'mk'])).toBeUndefined();
    const whole = {
      bg: facts['bg']?.replace('{{quote}}', 'думи') ?? '',
      mk: facts['mk']?.replace('{{quote}}', 'зборови') ?? '',
    };
    expect(lacksOf({ ...values, facts: whole }, ['bg', 'mk'])).toEqual([]);
  });
});
