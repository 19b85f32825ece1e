import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { WholeState } from './document-content.js';
import { DocumentLogRepository, type DocumentRow } from './document-log.repository.js';
import type { Loaded } from './document-loading.js';
import type { Stored } from './live-document.js';

const dayMilliseconds = 86_400_000;

/** Reads documents from what is stored, and stores states that make the next reading short. */
@Injectable()
export class DocumentOpening {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: DocumentLogRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns nothing when there is no such document */
  find(id: string): Promise<DocumentRow | undefined> {
    return this.unitOfWork.run('all dyads', (tx) => this.repository.find(tx, id));
  }

  /** @throws Error when there is no such document */
  load(id: string): Promise<Loaded> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const row = await this.repository.find(tx, id);
      if (!row) throw new Error('There is no such document');
      // Updates are never removed, so a state read first fits whatever is read of them afterwards.
      const state = await this.repository.state(tx, id);
      const rows = await this.repository.after(tx, id, state?.uptoSeq ?? 0);
      const last = rows.at(-1);
      return {
        dyadId: row.dyadId,
        kind: row.kind,
        end: last ? { seq: last.seq, chain: last.chain } : { seq: row.seq, chain: row.chain },
        state,
        updates: rows.map(({ bytes }) => bytes),
        bindings: await this.bindings(tx, id),
      };
    });
  }

  /** How a live document reads itself anew. */
  storedOf(id: string): Stored {
    return {
      load: () => this.load(id),
      after: (seq) =>
        this.unitOfWork.run('all dyads', async (tx) => {
          const rows = await this.repository.after(tx, id, seq);
          return { rows, bindings: rows.length > 0 ? await this.bindings(tx, id) : [] };
        }),
    };
  }

  /** How far each document has come, by its id. */
  async seqs(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.unitOfWork.run('all dyads', (tx) => this.repository.seqs(tx, ids));
    return new Map(rows.map(({ id, seq }) => [id, seq]));
  }

  keepState(document: Pick<DocumentRow, 'id' | 'dyadId'>, seq: number, state: WholeState): Promise<void> {
    return this.unitOfWork.run('all dyads', (tx) => this.repository.keepState(tx, document, seq, state));
  }

  private bindings(tx: Tx, id: string) {
    return this.repository.bindings(tx, id, new Date(this.clock.now().getTime() - dayMilliseconds));
  }
}
