import type { PlaceKind } from './folded-point.js';

/** A row of places of a text that grows: one array a quality, since texts are long and objects are not free. */
export class Places {
  private length = 0;
  private room: number;
  private all: ReturnType<typeof arraysOf>;

  /** @param expected how many places there will be, if no character comes apart */
  constructor(expected: number) {
    this.room = expected + 16;
    this.all = arraysOf(this.room);
  }

  add(code: number, kind: PlaceKind, look: number, start: number, end: number): void {
    if (this.length === this.room) this.grow();
    const { codes, kinds, looks, starts, ends } = this.all;
    codes[this.length] = code;
    kinds[this.length] = kind;
    looks[this.length] = look;
    starts[this.length] = start;
    ends[this.length] = end;
    this.length += 1;
  }

  /** Lets the last place end later in the original. */
  stretchLast(end: number): void {
    if (this.length > 0) this.all.ends[this.length - 1] = end;
  }

  get codes(): Uint32Array {
    return this.all.codes.subarray(0, this.length);
  }

  get kinds(): Uint8Array {
    return this.all.kinds.subarray(0, this.length);
  }

  /** What each place looks like at a glance; 0 for what is not seen. */
  get looks(): Uint32Array {
    return this.all.looks.subarray(0, this.length);
  }

  get starts(): Uint32Array {
    return this.all.starts.subarray(0, this.length);
  }

  get ends(): Uint32Array {
    return this.all.ends.subarray(0, this.length);
  }

  private grow(): void {
    const before = this.all;
    this.room *= 2;
    this.all = arraysOf(this.room);
    this.all.codes.set(before.codes);
    this.all.kinds.set(before.kinds);
    this.all.looks.set(before.looks);
    this.all.starts.set(before.starts);
    this.all.ends.set(before.ends);
  }
}

const arraysOf = (room: number) => ({
  codes: new Uint32Array(room),
  kinds: new Uint8Array(room),
  looks: new Uint32Array(room),
  starts: new Uint32Array(room),
  ends: new Uint32Array(room),
});
