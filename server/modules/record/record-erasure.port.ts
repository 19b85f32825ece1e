import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { erasedText } from '../../../shared/language/erased-text.rules.js';
import type { ErasureActDetails, RecordErasure } from '../../../shared/record/erasure.schema.js';
import type { ErasureGround } from '../../../shared/record/erasure.rules.js';
import type { RecordAuthor } from '../../../shared/record/record-kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { dayOf } from '../../platform/clock/day.js';
import { emptyKept } from '../../platform/database/kept-copies.js';
import type { Tx } from '../../platform/database/tx.js';
import { ErasureReaches } from './erasure-reach.port.js';
import { ErasureRepository, type Parted } from './log/erasure.repository.js';
import { LogRepository } from './log/log.repository.js';
import { PublicRecord } from './record.port.js';

/**
 * Destroys texts of the public record. The log stays as it is, with every proof: what opens its digests is gone, and a
 * later entry says which, on what ground and on which day. The same texts go out of the other entries about the same
 * subject, and out of what the module that told them keeps itself.
 */
@Injectable()
export class RecordErasures {
  constructor(
    private readonly erasures: ErasureRepository,
    private readonly reaches: ErasureReaches,
    private readonly log: LogRepository,
    private readonly record: PublicRecord,
    private readonly clock: Clock,
  ) {}

  /**
   * In one transaction: the texts and their key are destroyed, what stays of the entry gets another key, whoever told them
   * empties them, and the log is told.
   * @throws Failure `record.no_such_entry`, `record.nothing_to_erase`, `record.entry_waits`
   */
  async erase(tx: Tx, dyadId: string, erasure: RecordErasure, by: RecordAuthor): Promise<void> {
    // The head is locked, so that of two acts about one entry the second sees what the first left.
    const head = await this.log.locked(tx, dyadId);
    if (!head) throw new Failure('record.no_such_entry');
    const how = { ground: erasure.ground, day: dayOf(this.clock.now()) };
    for (const parted of await this.alike(tx, dyadId, await this.found(tx, dyadId, erasure), how)) {
      const { entry, gone } = parted;
      await emptyKept(
        tx,
        dyadId,
        textsOf(parted).map(({ text }) => text),
      );
      await this.erasures.destroy(tx, dyadId, parted, how);
      const digests = gone.map(({ digest }) => digest).toSorted();
      const about = { index: entry.seq, digests, ground: how.ground, erased_on: how.day };
      await this.record.append(tx, dyadId, { kind: 'record.erased', subject: head.subject, by, about });
    }
  }

  /**
   * What the entry is, if it has texts to erase.
   * @throws Failure `record.no_such_entry`, `record.nothing_to_erase`
   */
  async about(tx: Tx, dyadId: string, erasure: RecordErasure): Promise<Pick<ErasureActDetails, 'kind' | 'on'>> {
    const { entry } = await this.found(tx, dyadId, erasure);
    return { kind: entry.kind, on: entry.on };
  }

  /**
   * Empties what others keep of the texts of an entry.
   * @returns the other entries about its subject that tell them too, and at the end this one; with the texts go those by
   *   which a guess of them could be tested
   */
  private async alike(tx: Tx, dyadId: string, named: Parted, how: How): Promise<Parted[]> {
    const revealing = await this.reached(tx, dyadId, named, how);
    const sought = [...textsOf(named), ...revealing.map((path) => ({ path, text: null }))];
    const { subject } = named.entry;
    // Whoever appends about the subject now waits for what was reached, or has appended: then it is asked again.
    if (await this.erasures.waits(tx, dyadId, subject, sought)) throw new Failure('record.entry_waits');
    const all: Parted[] = [];
    for (const { seq, paths } of await this.erasures.telling(tx, dyadId, named.entry, sought)) {
      const parted = await this.parted(tx, dyadId, seq, paths);
      if (!parted || parted.gone.length === 0) continue;
      await this.reached(tx, dyadId, parted, how);
      all.push(parted);
    }
    const { entry, gone } = named;
    const paths = [...gone.map(({ path }) => path), ...revealing];
    return [...all, (await this.parted(tx, dyadId, entry.seq, paths)) ?? named];
  }

  private reached(tx: Tx, dyadId: string, parted: Parted, { ground, day }: How): Promise<readonly string[]> {
    const { kind, subject, rev } = parted.entry;
    const paths = parted.gone.map(({ path }) => path);
    return this.reaches.reach(tx, { dyadId, kind, subject, rev, paths, texts: textsOf(parted), ground, on: day });
  }

  private async found(tx: Tx, dyadId: string, { entry: index, paths }: RecordErasure): Promise<Parted> {
    const parted = await this.parted(tx, dyadId, index, paths);
    if (!parted) throw new Failure('record.no_such_entry');
    // A path that names nothing is a mistake of whoever named it, and would leave a text behind unnoticed.
    const isNamedInVain = paths.some((named) => !parted.gone.some(({ path }) => isWithin(path, named)));
    if (parted.gone.length === 0 || isNamedInVain) throw new Failure('record.nothing_to_erase');
    return parted;
  }

  /** Which texts of an entry go, and which stay; all go where no path is named. */
  private async parted(tx: Tx, dyadId: string, seq: number, paths: readonly string[]): Promise<Parted | undefined> {
    const entry = await this.erasures.entry(tx, dyadId, seq);
    if (!entry) return undefined;
    const gone = entry.texts.filter(({ path }) => paths.length === 0 || paths.some((named) => isWithin(path, named)));
    return { entry, gone, staying: entry.texts.filter((text) => !gone.includes(text)) };
  }
}

/** Why, and on which day (UTC). */
interface How {
  readonly ground: ErasureGround;
  readonly day: string;
}

const isWithin = (path: string, named: string): boolean => path === named || path.startsWith(`${named}.`);

/** What readers see at the paths that go, without what is empty, as it was erased before, and the name of the subject itself. */
function textsOf({ entry, gone }: Parted): { readonly path: string; readonly text: string }[] {
  return gone.flatMap(({ path }) => {
    const text = path.split('.').reduce<unknown>((within, name) => partOf(within, name), entry.about);
    return typeof text === 'string' && ![erasedText, entry.subject].includes(text) ? [{ path, text }] : [];
  });
}

const partOf = (within: unknown, name: string): unknown =>
  typeof within === 'object' && within !== null ? (within as Record<string, unknown>)[name] : undefined;
