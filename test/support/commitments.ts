import type { CommitmentContent } from '../../shared/commitments/commitment.schema.js';
import type { CommitmentView, TimelineStep } from '../../shared/commitments/progress.schema.js';
import { CommitmentClock } from '../../server/modules/commitments/story/commitment-clock.js';
import { daysAfter } from '../../shared/commitments/commitment.clock.js';
import { dayOf } from '../../server/platform/clock/day.js';
import { foundDyad, member, type TestDyad, type TestMember } from './actors.js';
import { startApp, type TestApp } from './app.js';
import { aligned, frozen, ofBothSides, organisation, sign, together } from './ratification.js';
import type { BothSides, TestOrganisation } from './ratification.js';

/** A dyad with a ratified statement of one clause, and everybody who has a word about commitments. */
export interface PromisingDyad extends TestDyad {
  readonly statement: string;
  readonly stewards: BothSides;
  readonly drafters: BothSides;
  readonly organisations: { readonly a: TestOrganisation; readonly b: TestOrganisation };
  readonly evaluators: readonly [TestMember, TestMember];
}

/** A server with such a dyad, `river`. Days are counted: none ends within a test. */
export async function startPromising(): Promise<{ test: TestApp; dyad: PromisingDyad }> {
  const test = await startApp();
  test.clock.beginStep(86_400);
  return { test, dyad: await promising(test, await foundDyad(test, 'river')) };
}

export async function promising(test: TestApp, dyad: TestDyad): Promise<PromisingDyad> {
  const drafters = await ofBothSides(test, dyad, ['drafter']);
  const stewards = await ofBothSides(test, dyad, ['steward']);
  const organisations = {
    a: await organisation(test, dyad, stewards, { side: 'a', name: 'Речна стража' }),
    b: await organisation(test, dyad, stewards, { side: 'b', name: 'Учителски синдикат' }),
  };
  const { statement } = await aligned(test, dyad, drafters);
  const hash = await frozen(dyad, drafters, statement);
  for (const one of [organisations.a, organisations.b]) await sign(dyad, statement, hash, one);
  const evaluator = () => member(test, dyad, { side: 'neutral', roles: ['evaluator'] });
  return { ...dyad, statement, stewards, drafters, organisations, evaluators: [await evaluator(), await evaluator()] };
}

export const both = (text: string): Record<string, string> => ({ bg: text, mk: text });

/** In so many days by the clock of the test. */
export const inDays = ({ clock }: TestApp, days: number): string => daysAfter(dayOf(clock.now()), days);

/** Two milestones, due in 10 and in 20 days, the second with three times the weight of the first. */
export function promiseOf(
  test: TestApp,
  { statement, organisations: { a, b } }: PromisingDyad,
  change: Partial<CommitmentContent> = {},
): CommitmentContent {
  const { promisor = 'a' } = change;
  const organisations = { a: [a.id], b: [b.id], joint: [a.id, b.id] }[promisor];
  return { ...simplePromise(test, statement, organisations), promisor, ...change };
}

function simplePromise(test: TestApp, statement: string, organisations: string[]): CommitmentContent {
  return {
    promisor: 'a',
    title: both('Чиста река'),
    text: both('Пречистваме водата, преди да се влее.'),
    origin: { type: 'clause', statement, clause: 1 },
    organisations,
    indicator: { name: both('Пречистена вода'), unit: both('процент'), decimals: 1, baseline: 105, target: 900 },
    deadline: inDays(test, 30),
    evidenceStandard: both('Измервания, които и двете страни са видели.'),
    milestones: [
      { title: both('Първа станция'), due: inDays(test, 10), value: 300, weight: 1 },
      { title: both('Втора станция'), due: inDays(test, 20), value: null, weight: 3 },
    ],
    supersedes: null,
  };
}

export const draft = (who: TestMember, dyad: TestDyad, content: CommitmentContent) =>
  who.api.call('POST /api/dyads/:dyad/commitment-drafts', { params: { dyad: dyad.slug }, body: { content } });

/** A commitment that stewards of both sides adopted. */
export async function adopted(
  test: TestApp,
  dyad: PromisingDyad,
  change: Partial<CommitmentContent> = {},
): Promise<string> {
  const drafted = await draft(dyad.drafters.a, dyad, promiseOf(test, dyad, change));
  await together(dyad, dyad.stewards, 'commitment.adopt', drafted);
  return drafted.commitment;
}

/** A commitment of side a to the first clause of a statement, of which its organisation says that it is reached. */
export async function promised(
  test: TestApp,
  dyad: TestDyad,
  stewards: BothSides,
  { statement, organisation: own }: { readonly statement: string; readonly organisation: TestOrganisation },
): Promise<string> {
  const drafted = await draft(stewards.a, dyad, simplePromise(test, statement, [own.id]));
  await together(dyad, stewards, 'commitment.adopt', drafted);
  await report(dyad, drafted.commitment, own, null);
  return drafted.commitment;
}

export const noEvidence = { files: [], links: [] };

/** What an organisation says of a milestone. */
export const claimBody = (organisation: string, milestone: number | null, status = 'reached', newDay?: string) => ({
  organisation,
  milestone,
  status: status as 'reached',
  newDay: newDay ?? null,
  value: 310,
  narrative: { language: 'bg', text: { bg: 'Станцията работи.' } },
  evidence: {
    files: [{ name: 'измерване.pdf', sha256: 'ab'.repeat(32), bytes: 1200, link: null }],
    links: [{ href: 'https://water.example.org/station', lookedAt: '2026-01-02' }],
  },
});

export const report = (
  dyad: TestDyad,
  commitment: string,
  { id, delegate }: TestOrganisation,
  ...said: [milestone: number | null, status?: string, newDay?: string]
) =>
  delegate.api.try('POST /api/dyads/:dyad/commitments/:commitment/claims', {
    params: { dyad: dyad.slug, commitment },
    body: claimBody(id, ...said),
  });

type Answer = { readonly answer: 'acknowledged' } | { readonly answer: 'contested'; readonly part: 'value' };
export const acknowledged = { answer: 'acknowledged' } as const;
export const contested = {
  answer: 'contested',
  part: 'value',
  reason: { language: 'mk', text: { mk: 'Измеривме помалку.' } },
  evidence: noEvidence,
} as const;

/** Answers as a steward, or for an organisation. */
export const answer = (
  who: TestMember,
  dyad: TestDyad,
  [commitment, claim]: readonly [string, number],
  said: Answer,
  organisation: string | null = null,
) =>
  who.api.try('POST /api/dyads/:dyad/commitments/:commitment/claims/:claim/answer', {
    params: { dyad: dyad.slug, commitment, claim: String(claim) },
    body: { answer: { ...said, organisation } as never },
  });

export const withdraw = ({ delegate }: TestOrganisation, dyad: TestDyad, commitment: string, claim: number) =>
  delegate.api.try('POST /api/dyads/:dyad/commitments/:commitment/claims/:claim/withdrawal', {
    params: { dyad: dyad.slug, commitment, claim: String(claim) },
    body: { reason: { language: 'bg', text: { bg: 'Сгрешихме деня.' } } },
  });

export const assess = (
  who: TestMember,
  dyad: TestDyad,
  commitment: string,
  milestone: number | null,
  level: 'not_started' | 'minimal' | 'intermediate' | 'complete',
) =>
  who.api.try('POST /api/dyads/:dyad/commitments/:commitment/assessments', {
    params: { dyad: dyad.slug, commitment },
    body: {
      milestone,
      level,
      reasons: both('Бяхме там.'),
      confidence: 'medium',
      uncertainty: both('Не видяхме нощната смяна.'),
      evidence: noEvidence,
    },
  });

/** The commitment as anybody reads it, without an account. */
export const readAs = (test: TestApp, dyad: TestDyad, commitment: string): Promise<CommitmentView> =>
  test.visitor().call('GET /api/dyads/:dyad/commitments/:commitment', { params: { dyad: dyad.slug, commitment } });

/** What happened, in a word for each step. */
export const stepsOf = ({ timeline }: CommitmentView): TimelineStep['type'][] => timeline.map(({ type }) => type);

/** Lets the clock look. */
export const looked = ({ app }: TestApp): Promise<void> => app.get(CommitmentClock).idle();
