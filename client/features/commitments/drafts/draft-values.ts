import type { Calls } from '../../../../shared/contracts.js';
import { promisors } from '../../../../shared/commitments/commitment.rules.js';
import type { CommitmentDraftView } from '../../../../shared/commitments/commitment.schema.js';
import { newKey } from '../../../lib/idempotency';
import { plainScaled, scaledNumber } from '../../../lib/scaled-number';
import type { TextPair } from '../../../ui/text-pair-fields';

export type Content = Calls['POST /api/dyads/:dyad/commitment-drafts']['body']['content'];

/** A milestone under way; numbers are what was typed. */
export interface MilestoneDraft {
  readonly key: string;
  readonly title: TextPair;
  readonly due: string;
  readonly value: string;
  readonly weight: string;
}

/** A commitment under way, as its form holds it. */
export interface DraftValues {
  readonly promisor: string;
  readonly title: TextPair;
  readonly text: TextPair;
  readonly origin: 'clause' | 'agreement';
  readonly statement: string;
  readonly clause: string;
  readonly agreement: TextPair;
  readonly article: string;
  readonly link: string;
  readonly agreedOn: string;
  readonly organisations: readonly string[];
  readonly indicator: TextPair;
  readonly unit: TextPair;
  readonly decimals: number;
  readonly baseline: string;
  readonly target: string;
  readonly deadline: string;
  readonly evidenceStandard: TextPair;
  readonly milestones: readonly MilestoneDraft[];
  readonly supersedes: string | null;
  /** The content that one began to change from; none for a new draft. */
  readonly from: string | null;
}

export const newMilestone = (key: string = newKey()): MilestoneDraft => ({
  key,
  title: {},
  due: '',
  value: '',
  weight: '1',
});

/** A form with nothing in it but what the address named. */
export const emptyDraft = (named: Pick<DraftValues, 'statement' | 'supersedes'>): DraftValues => ({
  promisor: '',
  title: {},
  text: {},
  origin: 'clause',
  clause: '',
  agreement: {},
  article: '',
  link: '',
  agreedOn: '',
  organisations: [],
  indicator: {},
  unit: {},
  decimals: 0,
  baseline: '',
  target: '',
  deadline: '',
  evidenceStandard: {},
  milestones: [newMilestone('first')],
  from: null,
  ...named,
});

/** What stands in a draft, as its form holds it. */
export function valuesOf({ content, hash }: CommitmentDraftView): DraftValues {
  const { promisor, title, text, origin, organisations, indicator, deadline, evidenceStandard, supersedes } = content;
  const plain = (value: number) => plainScaled(value, indicator.decimals);
  const isClause = origin.type === 'clause';
  return {
    promisor,
    title,
    text,
    origin: origin.type,
    statement: isClause ? origin.statement : '',
    clause: isClause ? String(origin.clause) : '',
    agreement: isClause ? {} : origin.name,
    article: isClause ? '' : origin.article,
    link: isClause ? '' : origin.link,
    agreedOn: isClause ? '' : origin.day,
    organisations: organisations.map(({ id }) => id),
    indicator: indicator.name,
    unit: indicator.unit,
    decimals: indicator.decimals,
    baseline: plain(indicator.baseline),
    target: plain(indicator.target),
    deadline,
    evidenceStandard,
    milestones: content.milestones.map(({ number, title: step, due, value, weight }) => ({
      key: String(number),
      title: step,
      due,
      value: value === null ? '' : plain(value),
      weight: String(weight),
    })),
    supersedes,
    from: hash,
  };
}

const pair = (value: TextPair, languages: readonly string[]): Record<string, string> =>
  Object.fromEntries(languages.map((one) => [one, value[one]?.trim() ?? '']));

/**
 * What the form says, as the contract takes it; what is still empty is sent empty, so that the contract says what is
 * missing. Nothing while a number is missing or is none, which only the page can tell.
 */
export function contentOf(values: DraftValues, languages: readonly string[]): Content | undefined {
  const { decimals } = values;
  const number = (text: string) => scaledNumber(text, decimals);
  const [baseline, target] = [number(values.baseline), number(values.target)];
  const milestones = values.milestones.map((one) => ({
    title: pair(one.title, languages),
    due: one.due,
    value: one.value.trim() === '' ? null : number(one.value),
    weight: scaledNumber(one.weight, 0),
  }));
  const whole = milestones.flatMap(({ value, weight, ...rest }) =>
    value === undefined || weight === undefined ? [] : [{ ...rest, value, weight }],
  );
  const promisor = promisors.find((one) => one === values.promisor);
  if (baseline === undefined || target === undefined || whole.length < milestones.length || !promisor) return undefined;
  return {
    promisor,
    title: pair(values.title, languages),
    text: pair(values.text, languages),
    origin:
      values.origin === 'clause'
        ? { type: 'clause', statement: values.statement, clause: Number(values.clause) }
        : {
            type: 'agreement',
            name: pair(values.agreement, languages),
            article: values.article,
            link: values.link.trim(),
            day: values.agreedOn,
          },
    organisations: [...values.organisations],
    indicator: {
      name: pair(values.indicator, languages),
      unit: pair(values.unit, languages),
      decimals,
      baseline,
      target,
    },
    deadline: values.deadline,
    evidenceStandard: pair(values.evidenceStandard, languages),
    milestones: whole,
    supersedes: values.supersedes,
  };
}
