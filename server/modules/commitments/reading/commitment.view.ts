import { answerBy } from '../../../../shared/commitments/commitment.clock.js';
import { isSuspendedOn, type CommitmentStory } from '../../../../shared/commitments/commitment.lifecycle.js';
import type { CommitmentBrief, DueMilestone } from '../../../../shared/commitments/commitment.schema.js';
import type { CommitmentView, TimelineStep } from '../../../../shared/commitments/progress.schema.js';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import type { AdoptedRow } from '../commitment.repository.js';
import { storyOf } from '../story/commitment-story.js';
import type { StoredEvent } from '../story/stored-event.js';
import { contentView, responsible } from './content.view.js';
import { erasedOfMilestone, erasedOfTitle, type Recorded, type RecordedSteps } from './erased-parts.js';

/** How far a commitment is on a day; a suspension that ended by itself is none. */
function standing(row: AdoptedRow, today: string) {
  const isPutOff = isSuspendedOn(row, today);
  const { contested, fulfilledAsClaimed, fulfilledAsAssessed, nextDue, progress } = row;
  return {
    standing: row.standing === 'suspended' && !isPutOff ? ('running' as const) : row.standing,
    suspendedUntil: isPutOff ? row.suspendedUntil : null,
    overdue: nextDue !== null && nextDue < today && !isPutOff,
    contested,
    fulfilledAsClaimed,
    fulfilledAsAssessed,
    nextDue,
    progress,
  };
}

/** A line of the board. */
export function briefView(
  row: AdoptedRow,
  all: readonly OrganisationBrief[],
  { today, erased }: { readonly today: string; readonly erased: RecordedSteps },
): CommitmentBrief {
  const { promisor, title, origin, deadline, milestones } = row.content;
  return {
    id: row.id,
    ...standing(row, today),
    promisor,
    title,
    origin,
    deadline,
    organisations: responsible(row.content, all),
    adoptedOn: row.adoptedOn,
    milestones: milestones.length,
    erased: erasedOfTitle(erased),
  };
}

/** The milestones of a commitment that are not claimed to be reached, with what they belong to. */
export function openMilestones({ id, content, milestones }: AdoptedRow, entries: RecordedSteps): DueMilestone[] {
  const erased = [...erasedOfTitle(entries), ...[...entries.values()].flatMap(erasedOfMilestone)];
  return content.milestones.flatMap((terms, at) => {
    const { claimedOn = null, missed = false } = milestones[at] ?? {};
    const of = { commitment: id, commitmentTitle: content.title, promisor: content.promisor };
    return claimedOn === null ? { ...of, number: at + 1, ...terms, missed, erased } : [];
  });
}

/** Where a commitment is read, and from which day. */
export interface ReadAt {
  readonly dyad: string;
  readonly today: string;
  readonly organisations: readonly OrganisationBrief[];
}

/** What happened to a commitment, and the entries that say so in the public record. */
export interface Told {
  readonly events: readonly StoredEvent[];
  readonly entries: RecordedSteps;
}

/** A commitment with its whole timeline. */
export function commitmentView(
  row: AdoptedRow,
  { events, entries }: Told,
  { dyad, today, organisations }: ReadAt,
): Omit<CommitmentView, 'told'> {
  const { milestones: terms, ...content } = contentView(row.content, organisations);
  const missed = new Map(
    events.flatMap((event) => (event.type === 'missed' ? [[event.body.milestone, event.rev] as const] : [])),
  );
  const story = storyOf(row.content, events);
  return {
    id: row.id,
    dyad,
    ...standing(row, today),
    content,
    hash: row.hash,
    canonical: row.canonical,
    adoptedOn: row.adoptedOn,
    milestones: terms.flatMap((one, at) => {
      const is = row.milestones[at];
      return is ? { ...one, ...is, erased: erasedOfMilestone(entries.get(missed.get(one.number) ?? 0)) } : [];
    }),
    supersededBy: row.supersededBy,
    timeline: events.flatMap((event) => {
      const happened = step(event, story, row, organisations);
      return happened ? { ...happened, ...recordedAs(entries.get(event.rev)) } : [];
    }),
    erased: erasedOfTitle(entries),
  };
}

const recordedAs = (entry: Recorded | undefined): Pick<TimelineStep, 'entry' | 'erased'> => ({
  entry: entry?.seq ?? null,
  erased: [...(entry?.erased ?? [])],
});

type WithoutEntry<Step> = Step extends TimelineStep ? Omit<Step, 'entry' | 'erased'> : never;

/** An event as readers have it; what names nobody and no organisation that is not there. */
function step(
  event: StoredEvent,
  story: CommitmentStory,
  row: AdoptedRow,
  all: readonly OrganisationBrief[],
): WithoutEntry<TimelineStep> | undefined {
  const { rev, on } = event;
  const claim = event.claim ?? 0;
  const organisation = all.find(({ id }) => id === event.organisationId) ?? null;
  switch (event.type) {
    case 'reported': {
      const made = story.claims[claim - 1];
      if (!organisation || !made) return undefined;
      const { milestone } = event.body;
      const due = milestone === null ? row.content.deadline : (row.content.milestones[milestone - 1]?.due ?? on);
      const { answer, withdrawn } = made;
      const is = { answer, withdrawn, answerBy: answerBy(made), late: on > due };
      return { type: 'reported', rev, on, claim, organisation, ...event.body, ...is };
    }
    case 'acknowledged':
      return { type: 'acknowledged', rev, on, claim, side: event.side ?? 'neutral', organisation };
    case 'contested':
      return { type: 'contested', rev, on, claim, side: event.side ?? 'neutral', organisation, ...event.body };
    case 'unanswered':
      return { type: 'unanswered', rev, on, claim };
    case 'claim_withdrawn':
      return { type: 'claim_withdrawn', rev, on, claim, ...event.body };
    case 'resumed':
      return { type: 'resumed', rev, on };
    case 'adopted':
      return { type: 'adopted', rev, on, hash: row.hash };
    case 'suspended':
      return { type: 'suspended', rev, on, ...event.body };
    case 'withdrawn':
      return { type: 'withdrawn', rev, on, ...event.body };
    case 'superseded':
      return { type: 'superseded', rev, on, ...event.body };
    case 'missed':
      return { type: 'missed', rev, on, ...event.body };
    case 'assessed':
      return { type: 'assessed', rev, on, ...event.body };
  }
}
