import { Injectable } from '@nestjs/common';
import { claimRules } from '../../../../shared/commitments/commitment.rules.js';
import type { Evidence } from '../../../../shared/commitments/progress.schema.js';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import { tellable } from '../../../../shared/language/erased-text.rules.js';
import type { NewEntry, RecordAuthor } from '../../../../shared/record/record-kinds.js';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import { PublicRecord } from '../../record/record.port.js';
import type { CommitmentRow } from '../commitment.repository.js';
import type { StoredEvent } from './stored-event.js';

/** Says each event of a commitment in the public record, once and in their order; no person is named. */
@Injectable()
export class CommitmentRecord {
  constructor(
    private readonly record: PublicRecord,
    private readonly organisations: OrganisationReader,
  ) {}

  async note(tx: Tx, row: CommitmentRow, event: StoredEvent): Promise<void> {
    const all = await this.organisations.all(tx, row.dyadId);
    await this.record.append(tx, row.dyadId, entryOf(row, event, all));
  }
}

/** Stewards of both sides; the clock; somebody who speaks for neither side. */
const both: RecordAuthor = { side: 'both' };
const clock: RecordAuthor = { side: 'platform' };
const evaluator: RecordAuthor = { side: 'neutral' };

/** What the record says of an event. */
export function entryOf(row: CommitmentRow, event: StoredEvent, all: readonly OrganisationBrief[]): NewEntry {
  const { content } = row;
  const subject = row.id;
  const which = { commitment: row.id, title: tellable(content.title) };
  switch (event.type) {
    case 'adopted':
      return {
        kind: 'commitment.published',
        subject,
        by: both,
        about: {
          ...which,
          ...event.body,
          promisor: content.promisor,
          organisations: all.filter(({ id }) => content.organisations.includes(id)),
          deadline: content.deadline,
          decimals: content.indicator.decimals,
          baseline: content.indicator.baseline,
          target: content.indicator.target,
          milestones: content.milestones.length,
        },
      };
    case 'suspended':
      return { kind: 'commitment.suspended', subject, by: both, about: { ...which, ...event.body } };
    case 'resumed':
      return { kind: 'commitment.resumed', subject, by: both, about: which };
    case 'withdrawn':
      return { kind: 'commitment.withdrawn', subject, by: both, about: { ...which, ...event.body } };
    case 'superseded':
      return { kind: 'commitment.superseded', subject, by: both, about: { ...which, successor: event.body.by } };
    case 'missed': {
      const { milestone } = event.body;
      const { due = '', title = {} } = content.milestones[milestone - 1] ?? {};
      const about = { ...which, milestone, due, milestone_title: tellable(title) };
      return { kind: 'milestone.missed', subject, by: clock, about };
    }
    default:
      return progressEntry(which, event, all);
  }
}

type Progress = Exclude<
  StoredEvent,
  { type: 'adopted' | 'suspended' | 'resumed' | 'withdrawn' | 'superseded' | 'missed' }
>;

/** What the two sides and the evaluators say of how far it is. */
function progressEntry(
  which: { readonly commitment: string; readonly title: Readonly<Record<string, string>> },
  event: Progress,
  all: readonly OrganisationBrief[],
): NewEntry {
  const subject = which.commitment;
  const claim = event.claim ?? 0;
  const organisations = all.filter(({ id }) => id === event.organisationId);
  const by: RecordAuthor = {
    side: event.side ?? 'platform',
    ...(event.organisationId !== null && { org: event.organisationId }),
  };
  const answering = { ...which, claim, side: event.side ?? 'neutral', organisations };
  switch (event.type) {
    case 'reported': {
      const { milestone, status, value, newDay, narrative, evidence } = event.body;
      const said = {
        milestone: milestone ?? 'whole',
        status,
        value: value ?? 'none',
        new_day: newDay ?? 'none',
      } as const;
      const about = { ...which, claim, ...said, organisations, narrative: narrative.text, ...shown(evidence) };
      return { kind: 'progress.reported', subject, by, about };
    }
    case 'acknowledged':
      return { kind: 'progress.acknowledged', subject, by, about: answering };
    case 'contested': {
      const { part, reason, evidence } = event.body;
      const about = { ...answering, part, reason: reason.text, ...shown(evidence) };
      return { kind: 'progress.disputed', subject, by, about };
    }
    case 'unanswered': {
      const about = { ...which, claim, days: claimRules.answerWithinDays };
      return { kind: 'progress.unanswered', subject, by: clock, about };
    }
    case 'claim_withdrawn': {
      const about = { ...which, claim, organisations, reason: event.body.reason.text };
      return { kind: 'progress.withdrawn', subject, by, about };
    }
    case 'assessed': {
      const { milestone, level, confidence, reasons, uncertainty, evidence, evaluator: number } = event.body;
      const said = { evaluator: number, milestone: milestone ?? 'whole', level, confidence } as const;
      const about = { ...which, ...said, reasons, uncertainty, ...shown(evidence) };
      return { kind: 'progress.evaluated', subject, by: evaluator, about };
    }
  }
}

/** Digests of files and addresses, by their place. */
const shown = ({ files, links }: Evidence) => ({
  files: Object.fromEntries(files.map(({ sha256 }, at) => [`${at + 1}`, sha256])),
  links: Object.fromEntries(links.map(({ href }, at) => [`${at + 1}`, href])),
});
