import { z } from 'zod';
import * as terms from './dsa-terms.js';

const text = (most: number) => z.string().min(1).max(most);
const some = <Value extends string>(values: readonly Value[]) => z.array(z.enum(values)).min(1).max(values.length);
const yesOrNo = z.enum(terms.yesOrNo);

/** The fields by themselves; names as the database has them. */
const fields = z.strictObject({
  decision_visibility: some(terms.decisionVisibilities).optional(),
  decision_visibility_other: text(500).optional(),
  end_date_visibility_restriction: z.iso.date().optional(),
  decision_monetary: z.enum(terms.decisionMonetaries).optional(),
  decision_monetary_other: text(500).optional(),
  end_date_monetary_restriction: z.iso.date().optional(),
  decision_provision: z.enum(terms.decisionProvisions).optional(),
  end_date_service_restriction: z.iso.date().optional(),
  decision_account: z.enum(terms.decisionAccounts).optional(),
  end_date_account_restriction: z.iso.date().optional(),
  decision_ground: z.enum(terms.decisionGrounds),
  illegal_content_legal_ground: text(500).optional(),
  illegal_content_explanation: text(2000).optional(),
  incompatible_content_ground: text(500).optional(),
  incompatible_content_explanation: text(2000).optional(),
  incompatible_content_illegal: yesOrNo.optional(),
  content_type: some(terms.contentTypes),
  content_type_other: text(500).optional(),
  category: z.enum(terms.categories),
  category_specification: some(terms.keywords).optional(),
  category_specification_other: text(500).optional(),
  territorial_scope: some(terms.eeaCountries).optional(),
  /** ISO 639-1, in capitals. */
  content_language: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  content_date: z.iso.date(),
  application_date: z.iso.date(),
  decision_facts: text(5000),
  source_type: z.enum(terms.sourceTypes),
  automated_detection: yesOrNo,
  automated_decision: z.enum(terms.automatedDecisions),
  puid: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(500),
});
type Fields = z.infer<typeof fields>;

interface Condition {
  readonly says: string;
  readonly holds: (statement: Fields) => boolean;
}

/** A field stands there exactly when another says so. */
const exactlyWhen = (field: keyof Fields, isDue: (statement: Fields) => boolean): Condition => ({
  says: `${field} belongs to some decisions and to no other`,
  holds: (statement) => (statement[field] !== undefined) === isDue(statement),
});

const isIllegal = ({ decision_ground: ground }: Fields): boolean => ground === 'DECISION_GROUND_ILLEGAL_CONTENT';

const ends = [
  ['end_date_visibility_restriction', 'decision_visibility'],
  ['end_date_monetary_restriction', 'decision_monetary'],
  ['end_date_service_restriction', 'decision_provision'],
  ['end_date_account_restriction', 'decision_account'],
] as const;

/** A restriction of visibility that ends by itself, and nothing else. */
const onlyHides = (statement: Fields): boolean =>
  statement.decision_visibility?.join() === 'DECISION_VISIBILITY_CONTENT_DISABLED' &&
  statement.end_date_visibility_restriction !== undefined &&
  !statement.decision_monetary &&
  !statement.decision_provision &&
  !statement.decision_account;

const conditions: readonly Condition[] = [
  {
    says: 'something is restricted: visibility, payments, the service or the account',
    holds: (one) => ends.some(([, decision]) => one[decision] !== undefined),
  },
  exactlyWhen(
    'decision_visibility_other',
    (one) => one.decision_visibility?.includes('DECISION_VISIBILITY_OTHER') ?? false,
  ),
  exactlyWhen('decision_monetary_other', (one) => one.decision_monetary === 'DECISION_MONETARY_OTHER'),
  exactlyWhen('illegal_content_legal_ground', isIllegal),
  exactlyWhen('illegal_content_explanation', isIllegal),
  exactlyWhen('incompatible_content_ground', (one) => !isIllegal(one)),
  exactlyWhen('incompatible_content_explanation', (one) => !isIllegal(one)),
  {
    says: 'incompatible_content_illegal belongs to what is against the rules',
    holds: (one) => one.incompatible_content_illegal === undefined || !isIllegal(one),
  },
  exactlyWhen('content_type_other', (one) => one.content_type.includes('CONTENT_TYPE_OTHER')),
  {
    says: 'category_specification_other belongs to KEYWORD_OTHER',
    holds: (one) =>
      one.category_specification_other === undefined ||
      (one.category_specification?.includes('KEYWORD_OTHER') ?? false),
  },
  { says: 'the content is of this century', holds: (one) => one.content_date >= '2000-01-01' },
  { says: 'the restriction is of 2020 or later', holds: (one) => one.application_date >= '2020-01-01' },
  ...ends.map(([end, decision]): Condition => ({
    says: `${end} belongs to ${decision}, and is not before the restriction`,
    holds: (one) => one[end] === undefined || (one[decision] !== undefined && (one[end] ?? '') >= one.application_date),
  })),
  {
    says: 'nothing but a hold that ends by itself is decided by a machine alone',
    holds: (one) => one.automated_decision !== 'AUTOMATED_DECISION_FULLY' || onlyHides(one),
  },
];

/**
 * A statement of reasons as the DSA Transparency Database takes it (DSA, articles 17 and 24(5)). Who reported is no field of
 * ours: `source_identity` is left out on purpose. The last condition is our own, not the database's.
 */
export const dsaStatement = fields.superRefine((statement, context) => {
  for (const { says, holds } of conditions)
    if (!holds(statement)) context.addIssue({ code: 'custom', message: says, input: statement });
});
export type DsaStatement = z.infer<typeof dsaStatement>;
