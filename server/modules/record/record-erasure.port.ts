import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { ErasureActDetails, RecordErasure } from '../../../shared/record/erasure.schema.js';
import type { RecordAuthor } from '../../../shared/record/record-kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { dayOf } from '../../platform/clock/day.js';
import type { Tx } from '../../platform/database/tx.js';
import { ErasureRepository, type ErasableEntry, type KeptText } from './log/erasure.repository.js';
import { LogRepository } from './log/log.repository.js';
import { PublicRecord } from './record.port.js';

/**
 * Destroys texts of the public record. The log stays as it is, with every proof: what opens its digests is gone, and a
 * later entry says which, on what ground and on which day.
 */
@Injectable()
export class RecordErasures {
  constructor(
    private readonly erasures: ErasureRepository,
    private readonly log: LogRepository,
    private readonly record: PublicRecord,
    private readonly clock: Clock,
  ) {}

  /**
   * In one transaction: the texts and their key are destroyed, what stays of the entry gets another key, and the log is
   * told.
   * @throws Failure `record.no_such_entry`, `record.nothing_to_erase`
   */
  async erase(tx: Tx, dyadId: string, erasure: RecordErasure, by: RecordAuthor): Promise<void> {
    // The head is locked, so that of two acts about one entry the second sees what the first left.
    const head = await this.log.locked(tx, dyadId);
    if (!head) throw new Failure('record.no_such_entry');
    const { entry, gone, staying } = await this.found(tx, dyadId, erasure);
    const day = dayOf(this.clock.now());
    await this.erasures.destroy(tx, dyadId, { entry, gone, staying }, { ground: erasure.ground, day });
    const digests = gone.map(({ digest }) => digest).toSorted();
    const about = { index: erasure.entry, digests, ground: erasure.ground, erased_on: day };
    await this.record.append(tx, dyadId, { kind: 'record.erased', subject: head.subject, by, about });
  }

  /**
   * What the entry is, if it has texts to erase.
   * @throws Failure `record.no_such_entry`, `record.nothing_to_erase`
   */
  async about(tx: Tx, dyadId: string, erasure: RecordErasure): Promise<Pick<ErasureActDetails, 'kind' | 'on'>> {
    const { entry } = await this.found(tx, dyadId, erasure);
    return { kind: entry.kind, on: entry.on };
  }

  private async found(tx: Tx, dyadId: string, { entry: index, paths }: RecordErasure) {
    const entry = await this.erasures.entry(tx, dyadId, index);
    if (!entry) throw new Failure('record.no_such_entry');
    const gone = entry.texts.filter(({ path }) => paths.length === 0 || paths.some((named) => isWithin(path, named)));
    // A path that names nothing is a mistake of whoever named it, and would leave a text behind unnoticed.
    const isNamedInVain = paths.some((named) => !gone.some(({ path }) => isWithin(path, named)));
    if (gone.length === 0 || isNamedInVain) throw new Failure('record.nothing_to_erase');
    return { entry, gone, staying: entry.texts.filter((text) => !gone.includes(text)) } satisfies Found;
  }
}

interface Found {
  readonly entry: ErasableEntry;
  readonly gone: readonly KeptText[];
  readonly staying: readonly KeptText[];
}

const isWithin = (path: string, named: string): boolean => path === named || path.startsWith(`${named}.`);
