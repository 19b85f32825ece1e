/** One thing of each side, in no order. */
export interface Sided<Thing> {
  readonly a: Thing;
  readonly b: Thing;
}

export type OneSide = keyof Sided<unknown>;

/** What is said of each side, by a rule that knows a side only as itself and the other. */
export const ofEachSide = <Thing>(say: (own: OneSide, other: OneSide) => Thing): Sided<Thing> => ({
  a: say('a', 'b'),
  b: say('b', 'a'),
});

/** Things put under the side they belong to. */
export const bySide = <Thing>(things: readonly Thing[], sideOf: (thing: Thing) => OneSide): Sided<Thing[]> =>
  ofEachSide((own) => things.filter((thing) => sideOf(thing) === own));

/** Whether something holds of both sides. */
export const holdsOfBoth = <Thing>({ a, b }: Sided<Thing>, holds: (thing: Thing) => boolean): boolean =>
  holds(a) && holds(b);
