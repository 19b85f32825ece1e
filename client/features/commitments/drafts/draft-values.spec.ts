import { describe, expect, it } from 'vitest';
import { commitmentContent, type CommitmentDraftView } from '../../../../shared/commitments/commitment.schema.js';
import { contentOf, emptyDraft, valuesOf } from './draft-values';

const languages = ['bg', 'mk'];
const both = (text: string) => ({ bg: text, mk: text });
const id = (last: number) => `0190f5a0-0000-7000-8000-00000000000${last}`;

const draft: CommitmentDraftView = {
  id: id(1),
  content: {
    promisor: 'joint',
    title: both('Чиста река'),
    text: both('Пречистваме водата.'),
    origin: { type: 'clause', statement: id(2), clause: 3 },
    organisations: [
      { id: id(3), name: both('Стража'), side: 'a' },
      { id: id(4), name: both('Синдикат'), side: 'b' },
    ],
    indicator: { name: both('Вода'), unit: both('процент'), decimals: 1, baseline: 105, target: -900 },
    deadline: '2027-06-01',
    evidenceStandard: both('Измервания'),
    supersedes: null,
    milestones: [
      { number: 1, title: both('Първа'), due: '2027-01-01', value: 300, weight: 1 },
      { number: 2, title: both('Втора'), due: '2027-06-01', value: null, weight: 3 },
    ],
  },
  hash: 'ab'.repeat(32),
  draftedBy: { id: id(5), pseudonym: 'Елена', side: 'a', roles: ['drafter'] },
  side: 'a',
  draftedOn: '2026-11-28',
  changedOn: '2026-11-28',
  imported: false,
};

describe('the form of a commitment', () => {
  it('sends what stands in a draft as it stands there', () => {
    const sent = contentOf(valuesOf(draft), languages);
    const { organisations, milestones, ...rest } = draft.content;
    expect(commitmentContent.parse(sent)).toEqual({
      ...rest,
      organisations: organisations.map((one) => one.id),
      milestones: milestones.map(({ title, due, value, weight }) => ({ title, due, value, weight })),
    });
  });

  it('sends nothing while a number is none, and what is empty as empty', () => {
    const values = valuesOf(draft);
    expect(contentOf({ ...values, target: 'много' }, languages)).toBeUndefined();
    expect(contentOf({ ...values, baseline: '' }, languages)).toBeUndefined();
    expect(contentOf(emptyDraft({ statement: '', supersedes: null }), languages)).toBeUndefined();
    expect(contentOf({ ...values, title: { bg: ' Река ' } }, languages)?.title).toEqual({ bg: 'Река', mk: '' });
  });
});
