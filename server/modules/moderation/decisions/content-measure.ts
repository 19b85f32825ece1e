import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { ModeratedContents } from '../moderated-content.port.js';
import { Measures, type Decision, type Measure } from './measure.port.js';

/** What decisions do with words; whoever owns them does it. */
@Injectable()
export class ContentMeasure implements Measure, OnModuleInit {
  constructor(
    private readonly measures: Measures,
    private readonly contents: ModeratedContents,
  ) {}

  onModuleInit(): void {
    this.measures.register('words', this);
  }

  async enact(tx: Tx, { item, action }: Decision): Promise<void> {
    const content = this.contents.of(item.kind);
    if (action.measure === 'remove') await content.remove(tx, item, action.reason);
    if (action.measure === 'redact') await content.redact(tx, item, action.passages, action.reason);
    if (action.measure === 'lock_thread') await content.lock(tx, item, true);
    if (item.shown) await content.restore(tx, item);
  }

  async reverse(tx: Tx, { item, action }: Decision): Promise<void> {
    const content = this.contents.of(item.kind);
    if (action.measure === 'lock_thread') await content.lock(tx, item, false);
    await content.reinstate(tx, item);
  }
}
