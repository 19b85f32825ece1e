import { reasonVersions } from '../reasons.js';
import type { DecidedRestriction, RestrictingMeasure, RestrictingSanction } from './decided-restriction.js';
import { dsaStatement, type DsaStatement } from './dsa-statement.schema.js';
import { eeaCountries } from './dsa-terms.js';

/**
 * A decision as the DSA Transparency Database takes it. The sentences are English, as the database is read across Europe, and
 * made of closed lists, days and numbers alone: nothing that a member or a moderator wrote can be in them.
 * @throws RangeError for a decision of a machine that only people may take
 * @throws ZodError for one with values that no decision has: a day that is none, a law whose name has 600 letters
 */
export function dsaStatementOf(decision: DecidedRestriction): DsaStatement {
  if (decision.decidedBy === 'machine' && !mayBeOfMachine(decision))
    throw new RangeError('a machine decides nothing but the hold of spam');
  const { category, keyword } = reasonVersions[decision.reasonVersion][decision.reason];
  return dsaStatement.parse({
    ...contentFields(decision),
    ...sanctionFields(decision),
    ...groundFields(decision),
    content_type: ['CONTENT_TYPE_TEXT'],
    category,
    category_specification: [keyword],
    territorial_scope: [...eeaCountries],
    ...languageFields(decision.language),
    content_date: decision.contentDate,
    application_date: decision.applicationDate,
    decision_facts: factsOf(decision),
    source_type: sourceTypeOf(decision),
    automated_detection: decision.detectedAutomatically ? 'Yes' : 'No',
    automated_decision:
      decision.decidedBy === 'machine' ? 'AUTOMATED_DECISION_FULLY' : 'AUTOMATED_DECISION_NOT_AUTOMATED',
    puid: decision.puid,
  });
}

/** The types say so as well; but a decision is read from somewhere, and this one must not slip through. */
const mayBeOfMachine = ({ reason, content, sanction }: Pick<DecidedRestriction, 'reason' | 'content' | 'sanction'>) =>
  reason === 'SPAM' && content?.measure === 'hold' && sanction === null;

type Part = Partial<DsaStatement>;

const visibilityOf: Readonly<Record<RestrictingMeasure, Part>> = {
  hold: { decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'] },
  remove: { decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'] },
  redact: {
    decision_visibility: ['DECISION_VISIBILITY_OTHER'],
    decision_visibility_other: 'Part of the text is not shown any more; a mark stands in its place.',
  },
  lock_thread: { decision_visibility: ['DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED'] },
};

function contentFields({ content }: DecidedRestriction): Part {
  if (!content) return {};
  return {
    ...visibilityOf[content.measure],
    ...(content.endsOn === null ? {} : { end_date_visibility_restriction: content.endsOn }),
  };
}

/**
 * A sanction is of a member of one dialogue. The account stays, and so do memberships of other dialogues: what ends or pauses is
 * the service, not the account.
 */
const provisionOf: Readonly<Record<RestrictingSanction, NonNullable<DsaStatement['decision_provision']>>> = {
  silence: 'DECISION_PROVISION_PARTIAL_SUSPENSION',
  suspend: 'DECISION_PROVISION_TOTAL_SUSPENSION',
  ban: 'DECISION_PROVISION_TOTAL_TERMINATION',
};

function sanctionFields({ sanction, applicationDate }: DecidedRestriction): Part {
  if (!sanction) return {};
  return {
    decision_provision: provisionOf[sanction.kind],
    ...(sanction.days === null ? {} : { end_date_service_restriction: daysLater(applicationDate, sanction.days) }),
  };
}

function groundFields({ ground, reason, reasonVersion }: DecidedRestriction): Part {
  const listed = `reason ${reason} of the platform's public list of reasons, version ${reasonVersion}`;
  if (ground.kind === 'law') {
    return {
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      illegal_content_legal_ground: `${ground.country}: ${ground.act}, ${ground.provision}`,
      illegal_content_explanation: `The content falls under ${listed}, and the provision named forbids it.`,
    };
  }
  const charter = `Charter of the dialogue, version ${ground.version}`;
  const { article } = ground;
  return {
    decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    incompatible_content_ground: article === null ? charter : `${charter}, article ${article}`,
    incompatible_content_explanation: `The content falls under ${listed}, and the ${article === null ? 'charter' : 'article'} named forbids it.`,
  };
}

/** A notice of article 16 says that something is illegal; a report of something else is another notification. */
function sourceTypeOf({ source, ground }: DecidedRestriction): DsaStatement['source_type'] {
  if (source !== 'report') return 'SOURCE_VOLUNTARY';
  return ground.kind === 'law' ? 'SOURCE_ARTICLE_16' : 'SOURCE_TYPE_OTHER_NOTIFICATION';
}

const came = {
  report: 'Members reported the content',
  detector: 'A detector brought the content before moderators',
  own: 'Moderators found the content themselves',
} as const;

const measureSaid: Readonly<Record<RestrictingMeasure, string>> = {
  hold: 'the content is held, which ends by itself',
  remove: 'the content is removed',
  redact: 'part of the text is taken out',
  lock_thread: 'the thread takes no further posts',
};

const sanctionSaid: Readonly<Record<RestrictingSanction, string>> = {
  silence: 'its author may read but not write',
  suspend: 'its author may not take part',
  ban: 'its author is excluded',
};

function factsOf({ source, detectedAutomatically, decidedBy, content, sanction, reason }: DecidedRestriction): string {
  const measures = [
    ...(content ? [measureSaid[content.measure]] : []),
    ...(sanction
      ? [`${sanctionSaid[sanction.kind]}${sanction.days === null ? '' : ` for ${sanction.days} days`}`]
      : []),
  ];
  return [
    `${came[source]}${source === 'report' && detectedAutomatically ? ', and a detector did so too' : ''}.`,
    decidedBy === 'machine'
      ? 'A detector held it until moderators look at it.'
      : 'People decided, by the keys that the rules of the dialogue ask for from both sides.',
    `Reason ${reason}: ${measures.join('; ')}.`,
  ].join(' ');
}

/** ISO 639-1 has two letters; a language that has no such code is left out. */
function languageFields(language: string): Part {
  const [code = ''] = language.split('-');
  return code.length === 2 ? { content_language: code.toUpperCase() } : {};
}

const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
