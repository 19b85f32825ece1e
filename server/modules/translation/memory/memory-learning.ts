import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { timeOrderedId } from '../../../platform/ids/ids.js';
import { align } from './aligning.js';
import { MemoryRepository } from './memory.repository.js';
import { segmentHash } from './segment-hash.js';

/** A text and the translation of it that a person wrote. */
export interface Lesson {
  readonly dyadId: string;
  readonly translation: string;
  readonly source: { readonly text: string; readonly language: string };
  readonly target: { readonly text: string; readonly language: string };
}

/** What people translate is remembered. It goes with its translation, by the database itself. */
@Injectable()
export class MemoryLearning {
  constructor(
    private readonly entries: MemoryRepository,
    private readonly clock: Clock,
  ) {}

  async learn(tx: Tx, { dyadId, translation, source, target }: Lesson): Promise<void> {
    const at = this.clock.now();
    const learned = align(source, target).map(({ context, ...words }) => ({
      id: timeOrderedId(at),
      dyadId,
      pair: { source: source.language, target: target.language },
      ...words,
      sourceHash: segmentHash(words.source),
      targetHash: segmentHash(words.target),
      contextHash: context,
      translationId: translation,
      importId: null,
      byPeople: true,
      unit: {},
      unitName: '',
      at,
    }));
    if (learned.length > 0) await this.entries.add(tx, learned);
  }
}
