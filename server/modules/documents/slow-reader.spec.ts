import { describe, expect, it } from 'vitest';
import { SlowReader } from './slow-reader.js';

/** A socket of which only the waiting bytes matter. */
function reading(): { socket: { bufferedAmount: number; ended: number[] }; reader: SlowReader; resumed: Uint8Array[] } {
  const ended: number[] = [];
  const socket = {
    bufferedAmount: 0,
    ended,
    close: (code?: number) => ended.push(code ?? 0),
    terminate: () => undefined,
  };
  const resumed: Uint8Array[] = [];
  return { socket, resumed, reader: new SlowReader(socket, (vector) => resumed.push(vector)) };
}

const known = Uint8Array.of(1);

describe('a reader who is slow', () => {
  it('is left out from half a megabyte on, and gets all that was missed once there is room', () => {
    const { socket, reader, resumed } = reading();
    socket.bufferedAmount = 512 * 1024;
    reader.watch(() => known);
    expect(reader.isBehind).toBe(false);
    socket.bufferedAmount += 1;
    reader.watch(() => known);
    expect(reader.isBehind).toBe(true);
    reader.look(Date.now());
    expect(resumed).toEqual([]);
    socket.bufferedAmount = 1_000;
    reader.look(Date.now());
    expect(resumed).toEqual([known]);
    expect(reader.isBehind).toBe(false);
  });

  it('is answered what it asked last', () => {
    const { socket, reader, resumed } = reading();
    socket.bufferedAmount = 2 ** 20;
    reader.watch(() => known);
    reader.knows(Uint8Array.of(2));
    socket.bufferedAmount = 0;
    reader.look(Date.now());
    expect(resumed).toEqual([Uint8Array.of(2)]);
  });

  it('is sent away after ten seconds in which it took next to nothing, and not while it takes', () => {
    const { socket, reader } = reading();
    socket.bufferedAmount = 3 * 2 ** 20;
    reader.watch(() => known);
    const began = Date.now();
    for (let seconds = 8; seconds <= 40; seconds += 8) {
      socket.bufferedAmount -= 100 * 1024;
      reader.look(began + seconds * 1_000);
    }
    expect(socket.ended).toEqual([]);
    reader.look(began + 51_000);
    expect(socket.ended).toEqual([1013]);
  });
});
