import type { TopicMode } from '../../shared/access/conditions.js';
import type { Side } from '../../shared/access/actor.js';
import {
  classOf,
  isDecided,
  sidesMissing,
  type DecisionClass,
  type DecisionParts,
  type Key,
} from '../../shared/moderation/decision-classes.rules.js';
import {
  nowhere,
  ordinary,
  type Circumstances,
  type ItemEvent,
  type Standing,
} from '../../shared/moderation/moderation.lifecycle.js';
import { nextStanding } from '../../shared/moderation/next-standing.js';
import { drawPanel, panelOutcome, type PanelVerdict, type Verdicts } from '../../shared/moderation/panel.rules.js';
import { canonicalAction } from '../../shared/moderation/proposal.rules.js';
import { safetyReasons, type ReasonCode } from '../../shared/moderation/reasons.js';

/** A moderator; a mirror exchanges what side they are of, and nothing else about them. */
export interface Person {
  readonly id: string;
  readonly side: Side;
  readonly lot: string;
}

/** Something that people, or time, try to do about one item. */
export type Act =
  | { readonly do: 'submit'; readonly author: Side; readonly mode: TopicMode; readonly approvedBefore: number }
  | { readonly do: 'step'; readonly event: ItemEvent; readonly by: number; readonly reason: ReasonCode }
  | ({ readonly do: 'propose' | 'amend'; readonly by: number; readonly reason: ReasonCode } & DecisionParts)
  | { readonly do: 'key'; readonly by: number; readonly proxyFor: 'a' | 'b' | null }
  | { readonly do: 'oppose' | 'retract'; readonly by: number }
  | { readonly do: 'time' }
  | { readonly do: 'verdict'; readonly seat: Side; readonly verdict: PanelVerdict };

interface Proposed extends DecisionParts {
  readonly class: DecisionClass;
  readonly reason: ReasonCode;
  readonly hash: string;
  readonly keys: readonly Key[];
}

/** One item with everything that is being decided about it: what the whole domain comes to. */
export interface World {
  readonly author: Side;
  readonly standing: Standing;
  readonly proposed: Proposed | null;
  readonly panel: Readonly<Partial<Record<Side, string>>>;
  readonly verdicts: Verdicts;
  readonly missing: readonly Side[];
  readonly log: readonly { readonly event: ItemEvent; readonly side: Side | null; readonly state: string }[];
}

const empty: World = {
  author: 'neutral',
  standing: nowhere,
  proposed: null,
  panel: {},
  verdicts: {},
  missing: [],
  log: [],
};

const circumstancesOf = (proposed: Proposed | null): Circumstances =>
  proposed ? { ...ordinary, measure: proposed.measure, safety: safetyReasons.has(proposed.reason) } : ordinary;

/** Takes a step of the table, if there is one, and keeps it. */
function step(world: World, event: ItemEvent, side: Side | null, given: Circumstances): World | undefined {
  const standing = nextStanding(world.standing, event, given);
  return standing && { ...world, standing, log: [...world.log, { event, side, state: standing.state }] };
}

function decided(world: World, by: Side | null): World {
  const { proposed } = world;
  if (!proposed || !isDecided(proposed.class, proposed.hash, proposed.keys)) return world;
  const enacted = step(world, 'enact', by, circumstancesOf(proposed));
  return enacted ? { ...enacted, proposed: null, missing: [] } : world;
}

function keyed(world: World, person: Person, event: ItemEvent, proxyFor: 'a' | 'b' | null): World {
  const { proposed } = world;
  if (!proposed) return world;
  const missing = sidesMissing(proposed.class, proposed.hash, proposed.keys);
  const key: Key = { memberId: person.id, side: person.side, proxyFor, verdict: 'give', actionHash: proposed.hash };
  const isRefused =
    proposed.keys.some((one) => one.actionHash === proposed.hash && one.memberId === person.id) ||
    (proxyFor !== null && (person.side !== 'neutral' || !missing.includes(proxyFor)));
  const moved = isRefused ? undefined : step(world, event, person.side, circumstancesOf(proposed));
  if (!moved) return world;
  const keys = [...proposed.keys, key];
  const next = { ...proposed, keys };
  const left = sidesMissing(next.class, next.hash, keys);
  return decided({ ...moved, proposed: next, missing: left }, person.side);
}

function convened(world: World, people: readonly Person[]): World {
  const gave = new Set(world.proposed?.keys.map(({ memberId }) => memberId));
  const drawn = drawPanel(
    people.filter(({ id }) => !gave.has(id)).map(({ id, side, lot }) => ({ memberId: id, side, lot, drawnBefore: 0 })),
  );
  const next = step(world, drawn ? 'draw' : 'wait', null, ordinary);
  if (!next) return world;
  const panel = drawn ? { a: drawn.a.memberId, b: drawn.b.memberId, neutral: drawn.neutral.memberId } : {};
  return { ...next, panel, verdicts: {}, missing: [] };
}

function act(world: World, one: Act, people: readonly Person[]): World {
  switch (one.do) {
    case 'submit': {
      const { mode, approvedBefore, author } = one;
      return step({ ...world, author }, 'submit', author, { ...ordinary, mode, approvedBefore }) ?? world;
    }
    case 'step': {
      const person = people[one.by];
      return (
        step(world, one.event, person?.side ?? null, { ...ordinary, safety: safetyReasons.has(one.reason) }) ?? world
      );
    }
    case 'propose':
    case 'amend': {
      const person = people[one.by];
      if (!person || (one.do === 'propose') !== (world.proposed === null)) return world;
      const { measure, sanction, reason } = one;
      const hash = canonicalAction({
        item: 'item',
        revision: 1,
        measure,
        passages: [],
        sanction,
        reason,
        policyVersion: 1,
        article: null,
        facts: {},
      });
      const proposed = { measure, sanction, reason, hash, class: classOf(one), keys: world.proposed?.keys ?? [] };
      const next = keyed({ ...world, proposed }, person, one.do, null);
      return next.log.length === world.log.length ? world : next;
    }
    case 'key': {
      const person = people[one.by];
      return person ? keyed(world, person, 'key', one.proxyFor) : world;
    }
    case 'oppose':
    case 'retract': {
      const person = people[one.by];
      const next = person && step(world, one.do, person.side, circumstancesOf(world.proposed));
      if (!next) return world;
      return next.standing.state === 'escalated' ? convened(next, people) : { ...next, proposed: null, missing: [] };
    }
    case 'time': {
      const event = world.standing.state === 'held' ? 'expire' : 'lapse';
      const next = step(world, event, null, circumstancesOf(world.proposed));
      if (!next) return world;
      return next.standing.state === 'escalated' ? convened(next, people) : { ...next, proposed: null, missing: [] };
    }
    case 'verdict': {
      if (world.panel[one.seat] === undefined || world.verdicts[one.seat] !== undefined) return world;
      const next = step(world, 'verdict', one.seat, circumstancesOf(world.proposed));
      if (!next) return world;
      const verdicts = { ...world.verdicts, [one.seat]: one.verdict };
      const outcome = panelOutcome(verdicts, world.author);
      const ended = outcome && step({ ...next, verdicts }, outcome, null, circumstancesOf(world.proposed));
      return ended ? { ...ended, proposed: null, panel: {}, verdicts: {} } : { ...next, verdicts };
    }
  }
}

/** Does one thing after the other with the rules of the domain itself; what they do not allow changes nothing. */
export const run = (acts: readonly Act[], people: readonly Person[]): World =>
  acts.reduce((world, one) => act(world, one, people), empty);

const mirrors = { a: 'b', b: 'a', neutral: 'neutral' } as const;

export function mirrorSide(side: 'a' | 'b' | null): 'a' | 'b' | null;
export function mirrorSide(side: Side): Side;
export function mirrorSide(side: Side | null): Side | null;
export function mirrorSide(side: Side | null): Side | null {
  return side === null ? null : mirrors[side];
}

const bySide = <Value>({ a, b, neutral }: Readonly<Partial<Record<Side, Value>>>): Partial<Record<Side, Value>> => ({
  ...(b !== undefined && { a: b }),
  ...(a !== undefined && { b: a }),
  ...(neutral !== undefined && { neutral }),
});

/** The same with the sides exchanged. */
export const mirrorAct = (one: Act): Act => {
  if (one.do === 'submit') return { ...one, author: mirrorSide(one.author) };
  if (one.do === 'key') return { ...one, proxyFor: mirrorSide(one.proxyFor) };
  if (one.do === 'verdict') return { ...one, seat: mirrorSide(one.seat) };
  return one;
};
export const mirrorWorld = (world: World): World => ({
  ...world,
  author: mirrorSide(world.author),
  proposed: world.proposed && {
    ...world.proposed,
    keys: world.proposed.keys.map((key) => ({
      ...key,
      side: mirrorSide(key.side),
      proxyFor: mirrorSide(key.proxyFor),
    })),
  },
  panel: bySide(world.panel),
  verdicts: bySide(world.verdicts),
  missing: world.missing.map((side) => mirrorSide(side)),
  log: world.log.map((one) => ({ ...one, side: mirrorSide(one.side) })),
});
