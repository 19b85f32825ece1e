import {
  restrictingSanctions,
  type DecidedRestriction,
  type RestrictingSanction,
} from '../../../../shared/moderation/statement-of-reasons/decided-restriction.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { StoredStatement } from './statement.js';

const isRestricting = (kind: string): kind is RestrictingSanction => restrictingSanctions.some((one) => one === kind);

/** Whether what was decided restricts somebody; a note or a warning alone does not. */
export const restricts = ({ measure, sanction }: Pick<StoredStatement, 'measure' | 'sanction'>): boolean =>
  measure !== null || (sanction !== null && isRestricting(sanction.kind));

/** A statement as the form of the DSA Transparency Database is made from; without a word that anybody wrote. */
export function restrictionOf(statement: StoredStatement): DecidedRestriction | undefined {
  const { measure, measureEndsAt, sanction } = statement;
  const common = {
    puid: statement.id,
    reason: statement.reason,
    reasonVersion: statement.reasonVersion,
    ground: { kind: 'charter', version: statement.policyVersion, article: statement.article },
    source: statement.source,
    detectedAutomatically: statement.detected,
    contentDate: statement.writtenOn,
    applicationDate: dayOf(statement.at),
    language: statement.language,
  } as const;
  const content = measure && { measure, endsOn: measureEndsAt && dayOf(measureEndsAt) };
  const person = sanction && isRestricting(sanction.kind) ? { kind: sanction.kind, days: sanction.days } : null;
  if (statement.decidedBy === 'machine')
    return content?.measure === 'hold' && content.endsOn !== null && statement.reason === 'SPAM'
      ? {
          ...common,
          decidedBy: 'machine',
          reason: 'SPAM',
          content: { measure: 'hold', endsOn: content.endsOn },
          sanction: null,
        }
      : undefined;
  if (content) return { ...common, decidedBy: 'people', content, sanction: person };
  return person ? { ...common, decidedBy: 'people', content: null, sanction: person } : undefined;
}
