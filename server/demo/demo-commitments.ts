import { daysAfter } from '../../shared/commitments/commitment.clock.js';
import { dayOf } from '../platform/clock/day.js';
import type { DemoCommitment } from './demo-commitments.schema.js';
import type { Happening } from './demo-happening.js';
import type { DemoPeople } from './demo-people.js';

type Claim = DemoCommitment['claims'][number];

/** What the demonstration knows of a dyad when commitments are made. */
interface Known {
  readonly people: DemoPeople;
  readonly dyad: string;
  organisation(key: string): string;
  /** The statement that both sides ratified first. */
  ratified(): string;
  /** Lets a steward of each side agree on something. */
  agree(kind: string, details: object): Promise<void>;
}

/** Lets the sides of one dyad promise something, through the real API, and say how far it is. */
export class DemoCommitments {
  constructor(private readonly known: Known) {}

  /** @param started the moment of the loading, in milliseconds */
  happenings(one: DemoCommitment, started: number): Happening[] {
    let place = '';
    const at = (daysAgo: number, happen: () => Promise<void>): Happening => ({ hoursAgo: daysAgo * 24, happen });
    const { people } = this.known;
    return [
      at(one.daysAgo, async () => {
        place = await this.adopt(one, started);
      }),
      ...one.claims.flatMap((claim, index) => [
        at(claim.daysAgo, () => people.call(claim.by, 'POST', `${place}/claims`, this.claimed(claim, started))),
        at(claim.answer.daysAgo, () =>
          people.call(claim.answer.by, 'POST', `${place}/claims/${index + 1}/answer`, this.answered(claim.answer)),
        ),
      ]),
      ...one.assessments.map(({ by, daysAgo, ...said }) =>
        at(daysAgo, () => people.call(by, 'POST', `${place}/assessments`, { ...said, evidence: {} })),
      ),
    ];
  }

  /** @returns where the commitment is: `/api/dyads/…/commitments/…` */
  private async adopt(one: DemoCommitment, started: number): Promise<string> {
    const { people, dyad, organisation, ratified, agree } = this.known;
    const { promisor, title, text, indicator, evidenceStandard, milestones } = one;
    const content = {
      promisor,
      title,
      text,
      indicator,
      evidenceStandard,
      origin: { type: 'clause', statement: ratified(), clause: one.clause },
      organisations: one.organisations.map(organisation),
      deadline: onDay(started, one.deadlineInDays),
      milestones: milestones.map(({ dueInDays, ...terms }) => ({ ...terms, due: onDay(started, dueInDays) })),
      supersedes: null,
    };
    const drafts = `/api/dyads/${dyad}/commitment-drafts`;
    const drafted = await people.call<{ commitment: string; hash: string }>(one.by, 'POST', drafts, { content });
    await agree('commitment.adopt', drafted);
    return `/api/dyads/${dyad}/commitments/${drafted.commitment}`;
  }

  private claimed({ organisation, milestone, status, value, narrative, links }: Claim, started: number): object {
    return {
      organisation: this.known.organisation(organisation),
      milestone,
      status,
      newDay: null,
      value,
      narrative,
      evidence: {
        links: links.map(({ href, lookedAtDaysAgo }) => ({ href, lookedAt: onDay(started, -lookedAtDaysAgo) })),
      },
    };
  }

  private answered({ organisation, part, reason }: Claim['answer']): object {
    const by = { organisation: this.known.organisation(organisation) };
    return {
      answer: part ? { answer: 'contested', ...by, part, reason, evidence: {} } : { answer: 'acknowledged', ...by },
    };
  }
}

const onDay = (started: number, days: number): string => daysAfter(dayOf(new Date(started)), days);
