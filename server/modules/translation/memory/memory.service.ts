import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type * as contracts from '../../../../shared/translation/memory.contract.js';
import { memoryLimits } from '../../../../shared/translation/memory.rules.js';
import type { MemoryEntryView, MemoryMatchView, MemoryPage } from '../../../../shared/translation/memory.schema.js';
import type { Permit } from '../../../platform/access/permit.js';
import type { Tx } from '../../../platform/database/tx.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { byNearness, matchView } from './matching.js';
import { MemoryRepository, type EntryRow } from './memory.repository.js';
import { entryView, placeName, placeOf } from './memory.view.js';
import { contextHash, segmentHash } from './segment-hash.js';

/** More than are shown: the trigrams order them otherwise than the words do. */
const candidates = 50;

/** The memory for people who translate: they search it, see what is like a sentence, and say what is right. */
@Injectable()
export class MemoryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: MemoryRepository,
  ) {}

  list({ query }: InputOf<typeof contracts.listMemory>, permit: Permit): Promise<MemoryPage> {
    const { dyadId } = permit.member;
    const after = placeOf(query.after);
    const most = memoryLimits.page + 1;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const rows = await (query.words === undefined
        ? this.entries.newest(tx, dyadId, after, most)
        : this.entries.saying(tx, dyadId, query.words, after, most));
      const shown = rows.slice(0, memoryLimits.page);
      const last = shown.at(-1);
      return { entries: shown.map(entryView), next: rows.length < most || !last ? null : placeName(last) };
    });
  }

  /** The nearest first; of equally near ones the newest. */
  match({ body }: InputOf<typeof contracts.matchMemory>, permit: Permit): Promise<{ matches: MemoryMatchView[] }> {
    const { dyadId } = permit.member;
    const sought = body.text.normalize('NFC');
    const pair = { source: body.from, target: body.to };
    const hash = segmentHash(sought).toString('hex');
    const context = contextHash(body.before, body.after).toString('hex');
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const same = await this.entries.exact(tx, dyadId, pair, [hash]);
      const alike = await this.entries.alike(tx, dyadId, pair, sought, candidates);
      const others = alike.filter((one) => one.sourceHash !== hash);
      const matches = [...same, ...others].map((row) => matchView(row, sought, { hash, context }));
      return { matches: matches.toSorted(byNearness).slice(0, memoryLimits.matches) };
    });
  }

  confirm(
    { params, idempotency }: InputOf<typeof contracts.confirmMemoryEntry>,
    permit: Permit,
  ): Promise<MemoryEntryView> {
    const { dyadId, memberId, side } = permit.member;
    if (side === 'neutral') throw new Failure('access.denied');
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      await this.require(tx, dyadId, params.entry);
      await this.entries.confirm(tx, params.entry, side, memberId);
      return entryView(await this.require(tx, dyadId, params.entry));
    });
  }

  remove({ params, idempotency }: InputOf<typeof contracts.removeMemoryEntry>, permit: Permit): Promise<void> {
    const { dyadId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      await this.require(tx, dyadId, params.entry);
      await this.entries.remove(tx, params.entry);
    });
  }

  private async require(tx: Tx, dyadId: string, id: string): Promise<EntryRow> {
    const found = await this.entries.find(tx, dyadId, id);
    if (!found) throw new Failure('request.not_found');
    return found;
  }
}
