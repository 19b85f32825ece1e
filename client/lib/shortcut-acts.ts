/** Where an act works. `everywhere` and `lists` share their pages with all others, so their keys are theirs alone. */
type Place = 'everywhere' | 'lists' | 'statement' | 'desk';

interface Act {
  /** Its key until somebody chooses another one. */
  readonly key: string;
  readonly place: Place;
  /** Waits for a digit after the key: which one of several. */
  readonly numbered?: true;
}

/** Everything that a single key does, in the order in which the map of the keyboard has it. */
export const shortcutActs = {
  next: { key: 'j', place: 'lists' },
  previous: { key: 'k', place: 'lists' },
  comment: { key: 'm', place: 'statement' },
  approve: { key: 'a', place: 'desk' },
  propose: { key: 'r', place: 'desk' },
  hold: { key: 'h', place: 'desk' },
  give_back: { key: 'b', place: 'desk' },
  give_key: { key: 'y', place: 'desk' },
  oppose: { key: 'n', place: 'desk' },
  amend: { key: 'm', place: 'desk' },
  escalate: { key: 'e', place: 'desk' },
  claim: { key: 'c', place: 'desk' },
  template: { key: 't', place: 'desk' },
  undo: { key: 'u', place: 'desk' },
  turn_text: { key: 'o', place: 'desk' },
  context: { key: 'w', place: 'desk' },
  unveil: { key: 'v', place: 'desk' },
  select: { key: 'x', place: 'desk' },
  let_in: { key: 'l', place: 'desk' },
  single_card: { key: 'z', place: 'desk' },
  list: { key: 'g', place: 'desk', numbered: true },
  duty: { key: 'd', place: 'desk' },
  help: { key: '?', place: 'everywhere' },
} as const satisfies Record<string, Act>;
export type ShortcutAct = keyof typeof shortcutActs;

export const shortcutActNames = Object.keys(shortcutActs) as ShortcutAct[];

export const isNumbered = (act: ShortcutAct): boolean => 'numbered' in shortcutActs[act];

const shared: ReadonlySet<Place> = new Set<Place>(['everywhere', 'lists']);

/** Whether two acts can work on one page, and so cannot have one key. */
export function meet(one: ShortcutAct, other: ShortcutAct): boolean {
  const [here, there] = [shortcutActs[one].place, shortcutActs[other].place];
  return here === there || shared.has(here) || shared.has(there);
}
