import { describe, expect, it, vi } from 'vitest';
import { states } from '../support/hostile-updates.js';
import { AwarenessRoom, type Presence } from '../../server/modules/documents/awareness-room.js';

const ana: Presence = { memberId: 'ana', name: 'Ана', side: 'a' };
const anybody = (): boolean => true;
const here = (clock: number) => states([{ client: 7, clock, state: '{"writing":true}' }]);

describe('those who are in a document', () => {
  it('are told to other nodes, and stay there no longer than their node is heard', () => {
    vi.useFakeTimers();
    const told: Uint8Array[] = [];
    const room = new AwarenessRoom<object>(() => undefined);
    const elsewhere = new AwarenessRoom<object>(() => undefined);
    room.onChange((update) => told.push(update));
    room.receive(here(1), {}, ana, anybody);
    vi.advanceTimersByTime(60);
    for (const update of told) elsewhere.hear('node', update, 1_000);
    expect(elsewhere.everybody()).toEqual(room.everybody());
    expect(elsewhere.ownerOf(7)).toBe('ana');
    expect(elsewhere.ownStates()).toBeUndefined();
    elsewhere.forgetSilent(30_000);
    expect(elsewhere.everybody()).toBeDefined();
    elsewhere.forgetSilent(31_000);
    expect(elsewhere.everybody()).toBeUndefined();
    vi.useRealTimers();
  });

  it('move from one node to another without a ghost', () => {
    const connection = {};
    const room = new AwarenessRoom<object>(() => undefined);
    const state = JSON.stringify({ user: { id: 'ana' } });
    room.hear('node', states([{ client: 7, clock: 1, state }]), 0);
    room.receive(here(2), connection, ana, anybody);
    room.hear('node', states([{ client: 7, clock: 3, state: 'null' }]), 0);
    expect(room.everybody()).toBeDefined();
    expect(room.ownStates()).toBeDefined();
    room.leave(connection);
    expect(room.everybody()).toBeUndefined();
    room.destroy();
  });
});
