import { describe, expect, it } from 'vitest';
import { deskItemOf, proposalOf } from '../specimens';
import { completeDraft, draftOf, emptyDraft, lacksOf, measuresFor, valuesOf } from './draft-values';

const languages = ['mk', 'bg'];
const facts = { bg: ' Факти. ', mk: 'Факти.' };
const whole = { ...emptyDraft('remove'), reason: 'HATE', facts } as const;

describe('a proposal under way', () => {
  it('is sent by nobody before there is a reason, something to do, and facts in both languages', () => {
    expect(lacksOf(emptyDraft('remove'), languages)).toEqual(['reason', 'facts.mk', 'facts.bg']);
    expect(lacksOf({ ...whole, measure: '' }, languages)).toEqual(['nothing_chosen']);
    expect(completeDraft({ ...whole, reason: '' }, languages)).toBeUndefined();
    expect(completeDraft({ ...whole, facts: { bg: 'Факти.', mk: '  ' } }, languages)).toBeUndefined();
    expect(completeDraft(whole, languages)).toMatchObject({
      measure: 'remove',
      reason: 'HATE',
      facts: { bg: 'Факти.' },
    });
  });

  it('names the words that it takes out, and only then', () => {
    expect(lacksOf({ ...whole, measure: 'redact' }, languages)).toEqual(['passages']);
    expect(draftOf({ ...whole, measure: 'redact', passages: ['тези думи', ''] }).passages).toEqual(['тези думи']);
    expect(draftOf({ ...whole, passages: ['тези думи'] }).passages).toEqual([]);
  });

  it('says for how long only what lasts, and sanctions nobody whose words stand', () => {
    expect(draftOf({ ...whole, sanction: 'silence', days: '3' }).sanction).toEqual({ kind: 'silence', days: 3 });
    expect(draftOf({ ...whole, sanction: 'warning', days: '3' }).sanction).toEqual({ kind: 'warning', days: null });
    expect(lacksOf({ ...whole, sanction: 'suspend', days: '' }, languages)).toEqual(['days']);
    expect(draftOf({ ...whole, measure: 'dismiss', sanction: 'ban' }).sanction).toBeNull();
  });

  it('begins, to be changed, as it was made', () => {
    const proposal = proposalOf({
      measure: 'redact',
      passages: ['тези'],
      sanction: { kind: 'silence', days: 5 },
      article: 2,
    });
    const { reason, ...made } = draftOf(valuesOf(proposal));
    expect({ reason, ...made }).toEqual({
      measure: 'redact',
      passages: ['тези'],
      sanction: { kind: 'silence', days: 5 },
      reason: proposal.reason,
      article: 2,
      facts: proposal.facts,
    });
  });

  it('offers what can be done with words as they stand', () => {
    expect(measuresFor(deskItemOf({ state: 'pending' }))).toEqual(['remove', 'redact']);
    expect(measuresFor(deskItemOf({ state: 'actioned' }))).toEqual(['reopen']);
    expect(measuresFor(deskItemOf({ state: 'in_review' }))).toEqual(['remove', 'redact', 'lock_thread']);
  });
});
