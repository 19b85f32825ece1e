import { commitmentLicence } from '../../../../shared/commitments/commitment.rules.js';
import type { CommitmentView } from '../../../../shared/commitments/progress.schema.js';
import { csvLine } from '../../../platform/csv/csv.js';

type Exported = Omit<CommitmentView, 'told'>;

const told = [
  'licence',
  'commitment',
  'promisor',
  'standing',
  'suspended_until',
  'overdue',
  'contested',
  'fulfilled_as_claimed',
  'fulfilled_as_assessed',
  'adopted_on',
  'deadline',
  'organisations',
  'baseline',
  'target',
  'decimals',
  'milestone',
  'due',
  'weight',
  'value',
  'claimed_on',
  'answer',
  'verified_on',
  'missed',
] as const;
type Column = (typeof told)[number];

/**
 * A milestone in each row, as a table (RFC 4180, UTF-8 with a byte order mark), with the titles in the language of each side
 * at the end. What is not there is empty.
 */
export function commitmentsCsv(all: readonly Exported[], languages: readonly string[]): string {
  const titles = languages.flatMap((language) => [`title_${language}`, `milestone_title_${language}`]);
  const lines = all.flatMap((one) =>
    one.milestones.map((milestone) =>
      csvLine([
        ...told.map((column) => written(rowOf(one, milestone)[column])),
        ...languages.flatMap((language) => [one.content.title[language] ?? '', milestone.title[language] ?? '']),
      ]),
    ),
  );
  return `\uFEFF${[csvLine([...told, ...titles]), ...lines].join('')}`;
}

/** The same with everything that happened, and the licence. */
export const commitmentsJson = (all: readonly Exported[], dyad: string, on: string): string =>
  `${JSON.stringify({ licence: commitmentLicence, dyad, on, commitments: all }, undefined, 2)}\n`;

const written = (value: string | number | boolean | null): string => (value === null ? '' : String(value));

function rowOf(
  one: Exported,
  milestone: Exported['milestones'][number],
): Readonly<Record<Column, string | number | boolean | null>> {
  const { content } = one;
  return {
    licence: commitmentLicence.id,
    commitment: one.id,
    promisor: content.promisor,
    standing: one.standing,
    suspended_until: one.suspendedUntil,
    overdue: one.overdue,
    contested: one.contested,
    fulfilled_as_claimed: one.fulfilledAsClaimed,
    fulfilled_as_assessed: one.fulfilledAsAssessed,
    adopted_on: one.adoptedOn,
    deadline: content.deadline,
    organisations: content.organisations.map(({ id }) => id).join(' '),
    baseline: content.indicator.baseline,
    target: content.indicator.target,
    decimals: content.indicator.decimals,
    milestone: milestone.number,
    due: milestone.due,
    weight: milestone.weight,
    value: milestone.value,
    claimed_on: milestone.claimedOn,
    answer: milestone.answer,
    verified_on: milestone.verifiedOn,
    missed: milestone.missed,
  };
}
