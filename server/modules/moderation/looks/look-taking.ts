import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { Deadlines } from '../deadlines/deadlines.js';
import type { Submitted } from '../detection.port.js';
import { ItemRepository } from '../items/item.repository.js';
import { ModeratedContents } from '../moderated-content.port.js';

/** A look that is to be taken at something written. */
export interface DueLook {
  readonly deadline: string;
  readonly item: string;
  /** Nothing when the words were taken back meanwhile. */
  readonly submitted: Submitted | undefined;
}

/** So long a look belongs to who took it up; what was not finished then, because a process died, is looked at again. */
const leaseMinutes = 1;

/** Takes up the looks that are due, each by one node. */
@Injectable()
export class LookTaking {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly items: ItemRepository,
    private readonly contents: ModeratedContents,
  ) {}

  /** So many at most. */
  async next(tx: Tx, most: number): Promise<DueLook[]> {
    const looks: DueLook[] = [];
    for (const { id, itemId } of await this.deadlines.lend(tx, { kind: 'look', most }, { minutes: leaseMinutes })) {
      if (itemId) looks.push({ deadline: id, item: itemId, submitted: await this.submitted(tx, itemId) });
    }
    return looks;
  }

  private async submitted(tx: Tx, id: string): Promise<Submitted | undefined> {
    const item = await this.items.find(tx, id);
    const words = item && (await this.contents.of(item.kind).describe(tx, [item])).get(id);
    if (!words) return undefined;
    const { dyadId, kind, content, revision, authorId } = item;
    const { source: text, language } = words;
    return { dyadId, kind, content, revision, author: { memberId: authorId }, text, language };
  }
}
