import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { termPairs, type TermPairs } from '../engine/term-pairs.js';
import type { Pair } from '../engine/translation-engine.js';
import { GlossaryRepository, type RevisionRow } from './glossary.repository.js';

/** The glossary of a dyad for one direction, and the version that it is of; 0 before the first change. */
export interface TermsInForce {
  readonly version: number;
  readonly pairs: TermPairs;
}

interface Remembered {
  readonly version: number;
  readonly concepts: readonly RevisionRow[];
  readonly pairs: Map<string, TermPairs>;
}

const mostRemembered = 200;

/** The terms that both sides have agreed on, as translating needs them. Read again only when there is a newer version. */
@Injectable()
export class AgreedTerms {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly glossary: GlossaryRepository,
  ) {}

  async inForce(dyadId: string, { source, target }: Pair): Promise<TermsInForce> {
    const { version, concepts, pairs } = await this.newest(dyadId);
    const direction = `${source} ${target}`;
    const known = pairs.get(direction) ?? termPairs(concepts, source, target);
    pairs.set(direction, known);
    return { version, pairs: known };
  }

  private newest(dyadId: string): Promise<Remembered> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const version = await this.glossary.newest(tx, dyadId);
      const known = this.remembered.get(dyadId);
      if (known?.version === version) return known;
      const read: Remembered = {
        version,
        concepts: version === 0 ? [] : await this.glossary.asOf(tx, dyadId, version),
        pairs: new Map(),
      };
      if (this.remembered.size >= mostRemembered) this.remembered.clear();
      this.remembered.set(dyadId, read);
      return read;
    });
  }
}
