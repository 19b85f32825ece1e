import { Injectable } from '@nestjs/common';
import type { ContentKind } from '../../../../shared/moderation/content-kind.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ModeratedContents } from '../moderated-content.port.js';
import type { Item, Tool } from './item.js';
import { ItemRepository } from './item.repository.js';
import { ItemSteps } from './item-steps.service.js';

/** What somebody, or a detector, points at. */
export interface Pointed {
  readonly dyadId: string;
  readonly kind: ContentKind;
  readonly content: string;
}

/** Finds the item of what is pointed at. What came before readers without passing the gate has one from then on. */
@Injectable()
export class PointedItems {
  constructor(
    private readonly items: ItemRepository,
    private readonly steps: ItemSteps,
    private readonly contents: ModeratedContents,
  ) {}

  /**
   * The first submission of a piece of content, locked.
   * @param tool what points: a reader or a detector
   * @returns nothing where there is no such content, or none that can begin now
   */
  async lock(tx: Tx, { dyadId, kind, content }: Pointed, tool: Tool): Promise<Item | undefined> {
    const [known] = await this.items.lockOf(tx, kind, content);
    if (known) return known;
    await this.items.lockBeginning(tx, kind, content);
    const [begun] = await this.items.lockOf(tx, kind, content);
    if (begun) return begun;
    const beginning = await this.contents.of(kind).beginning(tx, dyadId, content);
    if (!beginning) return undefined;
    const { revision, concerns, ...origin } = beginning;
    return this.steps.begin(
      tx,
      dyadId,
      { kind, content, amends: false, ...origin },
      // Its author sent nothing to the desk: it was before readers already.
      { event: 'submit', tool, automated: tool === 'detector', payload: { mode: 'post', revision, concerns } },
    );
  }
}
