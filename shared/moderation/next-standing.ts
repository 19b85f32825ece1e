import {
  guards,
  hasWords,
  itemEvents,
  ordinary,
  transitions,
  type Circumstances,
  type ItemEvent,
  type ItemState,
  type Origin,
  type Standing,
  type Transition,
} from './moderation.lifecycle.js';

/** Whether readers see the words, where the state alone says so. */
const shownBy: Readonly<Partial<Record<ItemState, boolean>>> = {
  new: false,
  pending: false,
  live: true,
  held: false,
  returned: false,
  withdrawn: false,
  merged: false,
};

const remembers = new Set<ItemState>(['proposed', 'escalated', 'actioned', 'appealed']);
const origins = new Set<ItemState>(['pending', 'live', 'in_review', 'held']);
const keepsAlarm = new Set<ItemState>(['in_review', 'held', 'proposed', 'escalated']);

const isOrigin = (state: ItemState): state is Origin => origins.has(state);

const freed = ({ alarmed }: Standing): 'live' | 'in_review' => (alarmed ? 'in_review' : 'live');

function stateAt(from: Standing, to: Transition['to']): ItemState {
  switch (to) {
    case 'same':
      return from.state;
    case 'freed':
      return freed(from);
    case 'origin':
      return from.resumes === 'held' ? freed(from) : (from.resumes ?? from.state);
    case 'reviewed':
      return hasWords({ ...ordinary, from }) ? 'in_review' : 'withdrawn';
    case 'settled':
      return from.resumes === 'pending' || from.resumes === 'withdrawn' ? from.resumes : 'live';
    default:
      return to;
  }
}

function shownAt(from: Standing, state: ItemState, { to, shown }: Transition, { measure }: Circumstances): boolean {
  if (shown === 'measured') return measure !== 'remove' && from.resumes !== 'withdrawn';
  if (shown !== undefined) return shown;
  const wasHeld = to === 'origin' && from.resumes === 'held';
  return shownBy[state] ?? (wasHeld || from.shown);
}

function resumesAt(from: Standing, state: ItemState, { resumes }: Transition): Origin | null {
  if (resumes === 'freed') return freed(from);
  if (resumes === 'reported') return from.resumes === 'live' ? 'in_review' : from.resumes;
  if (resumes !== undefined) return resumes;
  if (!remembers.has(state)) return null;
  return isOrigin(from.state) ? from.state : from.resumes;
}

/** The table by events: whole logs are led through it. */
const ofEvent = new Map(itemEvents.map((event) => [event, transitions.filter((one) => one.event === event)]));

/** The rows of the table that apply; there is never more than one. */
export const rowsFor = (from: Standing, event: ItemEvent, circumstances: Circumstances): Transition[] =>
  (ofEvent.get(event) ?? []).filter(
    (one) => one.from.includes(from.state) && (!one.guard || guards[one.guard]({ ...circumstances, from })),
  );

/** Where an event leads, or nothing when it cannot happen. */
export function nextStanding(
  from: Standing,
  event: ItemEvent,
  circumstances: Circumstances = ordinary,
): Standing | undefined {
  const [row] = rowsFor(from, event, circumstances);
  if (!row) return undefined;
  const state = stateAt(from, row.to);
  return {
    state,
    shown: shownAt(from, state, row, circumstances),
    resumes: resumesAt(from, state, row),
    alarmed: (from.alarmed || (event === 'report' && circumstances.safety)) && keepsAlarm.has(state),
  };
}

/** Whether a hold is running: with the item's own state, or under a decision that is being made. */
export const isHolding = ({ state, resumes, shown }: Standing): boolean =>
  state === 'held' || ((state === 'proposed' || state === 'escalated') && resumes === 'held' && !shown);
