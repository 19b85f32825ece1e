import type { CommitmentView } from '../../../../shared/commitments/progress.schema.js';
import type { CalendarDay } from '../../../platform/feeds/calendar.js';
import type { SideLabels, WordsIn } from './public-words.js';

type Told = Omit<CommitmentView, 'told'>;

/** How a commitment is written into calendars. */
export interface CalendarWords {
  /** The language that was asked for, if any. */
  readonly language: string | undefined;
  readonly labels: SideLabels;
  /** Where the pages of the dialogue are. */
  readonly page: string;
  /** Says something in every language that is spoken. */
  readonly inAll: (say: (words: WordsIn) => string) => string;
}

/** What is no longer promised stays to be seen, as cancelled; what both sides put off is not certain. */
const statuses = {
  running: 'CONFIRMED',
  suspended: 'TENTATIVE',
  withdrawn: 'CANCELLED',
  superseded: 'CANCELLED',
} as const satisfies Record<Told['standing'], CalendarDay['status']>;

/** The days of a commitment: one of each milestone, and the deadline. They keep their names for ever. */
export function calendarDays(one: Told, { language, labels, page, inAll }: CalendarWords): CalendarDay[] {
  const { id, content, milestones, timeline } = one;
  const newest = timeline.at(-1);
  const url = `${page}/commitments/${id}`;
  const whose = inAll((words) => `${words.say('fact.whose')}: ${words.whose(content.promisor, labels)}`);
  const same = {
    language,
    status: statuses[one.standing],
    sequence: (newest?.rev ?? 1) - 1,
    changedOn: newest?.on ?? one.adoptedOn,
  };
  const steps = milestones.map((milestone) => {
    const link = `${url}#milestone-${milestone.number}`;
    const claimed = inAll(
      ({ say, day }) =>
        `${say('milestones.claimed')}: ${milestone.claimedOn === null ? say('milestones.not_yet') : day(milestone.claimedOn)}`,
    );
    return {
      ...same,
      uid: `${id}-milestone-${milestone.number}`,
      day: milestone.due,
      summary: inAll(({ text }) => `${text(milestone.title)} · ${text(content.title)}`),
      description: [whose, claimed, link].join('\n'),
      url: link,
    };
  });
  const end = {
    ...same,
    uid: `${id}-deadline`,
    day: content.deadline,
    summary: inAll(({ say, text }) => `${say('fact.deadline')} · ${text(content.title)}`),
    description: [whose, url].join('\n'),
    url,
  };
  return [...steps, end];
}
