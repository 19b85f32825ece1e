import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Guest } from '../../server/modules/documents/document-guest.js';
import { RefusedFrame } from '../../server/modules/documents/ingress/refused-frame.js';
import type { LiveDocument } from '../../server/modules/documents/live-document.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bareSocket } from '../support/bare-sockets.js';
import { addClause, edit, makeDocument, onlyClause, storedDocument, writersAreDrafters } from '../support/documents.js';
import { hostileFrames } from '../support/hostile-updates.js';
import { pause, until } from '../support/live.js';
import { editAtRandom, mutated, Seeded } from '../support/mutations.js';
import { LongestStretch } from '../support/stretches.js';
import { WrittenLog } from '../support/written-log.js';

const seed = 20_260_101;
const frames = 100_000;
const honestEvery = 100;
const freshEvery = 200;
const attackers = 40;

/** Somebody who sends, without a socket. */
const sender = (memberId: string): Guest =>
  ({ caller: { presence: { memberId, name: memberId, side: 'a' } }, saved: () => undefined }) as unknown as Guest;

const honest = sender('honest');

/** Real edits of somebody who has what a document says now, each from the same point. */
function realUpdates(state: Uint8Array, client: number, random: Seeded): Uint8Array[] {
  return Array.from({ length: 4 }, () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    doc.clientID = client;
    const before = Y.encodeStateVector(doc);
    for (let edits = 1 + random.below(3); edits > 0; edits -= 1) editAtRandom(doc, random);
    const update = Y.encodeStateAsUpdate(doc, before);
    doc.destroy();
    return update;
  });
}

class Fuzzing {
  readonly log = new WrittenLog();
  readonly document: LiveDocument;
  readonly honestDoc = new Y.Doc();
  readonly counts = { accepted: 0, incomplete: 0, refused: 0, remade: 0 };
  slowest = 0;
  private seen = 0;
  private readonly random = new Seeded(seed);

  constructor() {
    const server = new Y.Doc();
    [server.clientID, this.honestDoc.clientID] = [1, 2];
    addClause(server, onlyClause);
    this.log.add(Y.encodeStateAsUpdate(server));
    this.document = this.log.open();
    this.listen();
  }

  async run(): Promise<void> {
    let pool: Uint8Array[] = [];
    let attacker = sender('attacker 0');
    for (let frame = 0; frame < frames; frame += 1) {
      if (frame % freshEvery === 0) {
        const number = (frame / freshEvery) % attackers;
        attacker = sender(`attacker ${number}`);
        pool = realUpdates(Y.encodeStateAsUpdate(this.honestDoc), 1_000 + number, this.random);
      }
      if (frame % honestEvery === 0) await this.editHonestly();
      await this.receive(mutated(this.random.one(pool), this.random.one(pool), this.random), attacker);
    }
  }

  /** The honest one writes, and has it written, whatever was sent before. */
  async editHonestly(): Promise<void> {
    const before = Y.encodeStateVector(this.honestDoc);
    editAtRandom(this.honestDoc, this.random);
    expect(this.document.receive(Y.encodeStateAsUpdate(this.honestDoc, before), honest)).toBe('accepted');
    await this.log.commit(this.document);
    this.listen();
  }

  private async receive(update: Uint8Array, from: Guest): Promise<void> {
    const began = process.cpuUsage();
    try {
      this.counts[this.document.receive(update, from)] += 1;
    } catch (error) {
      if (!(error instanceof RefusedFrame)) throw error;
      this.counts.refused += 1;
    }
    const { user, system } = process.cpuUsage(began);
    this.slowest = Math.max(this.slowest, (user + system) / 1000);
    if (!this.document.ready) return;
    this.counts.remade += 1;
    await this.document.ready;
  }

  private listen(): void {
    for (const { bytes } of this.log.rows.slice(this.seen)) Y.applyUpdate(this.honestDoc, bytes);
    this.seen = this.log.rows.length;
  }
}

/** What a document says and what was deleted in it, to be compared. */
const shownBy = (doc: Y.Doc): string => JSON.stringify(doc.getMap('clauses').toJSON());

describe('mutated updates', () => {
  it('SEC-35, REL-09: leave a document that loads again and is what honest people have, in no long time', async () => {
    const fuzzing = new Fuzzing();
    await fuzzing.run();
    await fuzzing.editHonestly();
    const { accepted, refused, remade } = fuzzing.counts;
    expect(accepted).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(10_000);
    expect(remade).toBeGreaterThan(100);
    expect(fuzzing.slowest).toBeLessThan(250);
    const replayed = fuzzing.log.replay();
    const again = await look(fuzzing.log.open(), fuzzing.log);
    const live = await look(fuzzing.document, fuzzing.log);
    for (const one of [again, live, shownBy(replayed)]) expect(one).toBe(shownBy(fuzzing.honestDoc));
    expect(Y.equalSnapshots(Y.snapshot(replayed), Y.snapshot(fuzzing.honestDoc))).toBe(true);
    expect(replayed.store.pendingStructs).toBeNull();
  }, 180_000);
});

async function look(document: LiveDocument, log: WrittenLog): Promise<string> {
  const looking = document.look(shownBy);
  await log.commit(document);
  return (await looking).seen;
}

describe('mutated frames', () => {
  let test: TestApp;
  let dyad: TestDyad;
  let honestOne: TestMember;
  let hostile: TestMember[];
  beforeAll(async () => {
    test = await startApp();
    dyad = await foundDyad(test, 'river');
    writersAreDrafters(test);
    const drafter = () => member(test, dyad, { side: 'b', roles: ['drafter'] });
    honestOne = await drafter();
    hostile = await Promise.all(Array.from({ length: 8 }, drafter));
  });
  afterAll(() => test.close());

  /** Sends mutated frames until it is sent away, again and again. */
  async function attack(document: string, who: TestMember, number: number, many: number): Promise<number> {
    const random = new Seeded(number);
    const pool = realUpdates(Y.encodeStateAsUpdate(await storedDocument(test, document)), 5_000 + number, random);
    let sent = 0;
    for (let tries = 0; sent < many && tries < 50; tries += 1) {
      const socket = await bareSocket(test, document, { cookie: who.api.cookie });
      while (socket.closed() === undefined && sent < many) {
        const update = mutated(random.one(pool), random.one(pool), random);
        const whole = random.below(2) ? hostileFrames.update(update) : hostileFrames.answer(update);
        socket.send(random.below(4) ? whole : mutated(whole, whole, random));
        sent += 1;
        if (sent % 5 === 0) await pause(4);
      }
      socket.close();
    }
    return sent;
  }

  it('SEC-35: over sockets end nothing but their own, and another document does not notice', async () => {
    const [document, quiet] = [await makeDocument(test, dyad), await makeDocument(test, dyad)];
    const [watching, elsewhere] = [edit(test, honestOne, document), edit(test, honestOne, quiet)];
    await Promise.all([watching.synced(), elsewhere.synced()]);
    watching.type('нашите думи');
    const stretch = new LongestStretch();
    const attacks = Promise.all(hostile.map((who, number) => attack(document, who, number, 300)));
    const delays: number[] = [];
    for (let done = false; !done;) {
      const { count } = elsewhere.saved;
      const began = performance.now();
      elsewhere.type('х');
      await until(() => elsewhere.saved.count > count);
      delays.push(performance.now() - began);
      done = await Promise.race([attacks.then(() => true), pause(10).then(() => false)]);
    }
    expect((await attacks).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(1_500);
    expect(stretch.end()).toBeLessThan(250);
    expect(delays.toSorted((one, other) => one - other)[Math.floor(delays.length / 2)]).toBeLessThan(250);
    expect(elsewhere.closed).toEqual([]);

    watching.type(' остават');
    await until(async () =>
      Y.equalSnapshots(Y.snapshot(watching.doc), Y.snapshot(await storedDocument(test, document))),
    );
    expect(shownBy(watching.doc)).toBe(shownBy(await storedDocument(test, document)));
    const newcomer = edit(test, honestOne, document);
    await newcomer.synced();
    expect(shownBy(newcomer.doc)).toBe(shownBy(watching.doc));
    for (const one of [watching, elsewhere, newcomer]) one.close();
  });
});
