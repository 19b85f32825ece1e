import { Injectable } from '@nestjs/common';
import { statementChanged } from '../../../../shared/statements/statement.signals.js';
import { Documents } from '../../documents/documents.port.js';
import { PlacedThreads } from '../../forums/placed-threads.port.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Signals } from '../../../platform/events/signals.js';
import { RightsWatch } from '../../../platform/realtime/rights-watch.js';
import { placeOf } from '../comments/statement-places.js';

/** Tells of a change of who may read: readers, and everything that holds a page of the statement open for somebody. */
@Injectable()
export class VisibilityNews {
  constructor(
    private readonly signals: Signals,
    private readonly documents: Documents,
    private readonly threads: PlacedThreads,
    private readonly rights: RightsWatch,
  ) {}

  async tell(tx: Tx, dyadId: string, statement: string, rightsChanged: boolean): Promise<void> {
    await this.signals.append(tx, dyadId, `statement:${statement}`, statementChanged, { statement });
    if (!rightsChanged) return;
    await this.documents.announceRights(tx, statement);
    const topic = await this.threads.topicOf(tx, placeOf(statement));
    for (const stream of [`statement:${statement}`, `topic:${topic.id}`])
      await this.rights.announceOf(tx, 'stream', stream);
  }
}
