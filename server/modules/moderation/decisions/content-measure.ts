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
    const { measure, passages, reason } = action;
    if (measure === 'remove') await this.contents.of(item.kind).remove(tx, item, reason);
    if (measure === 'redact') await this.contents.written(item.kind).redact(tx, item, passages, reason);
    if (measure === 'lock_thread') await this.contents.written(item.kind).lock(tx, item, true);
    if (item.shown) await this.contents.of(item.kind).restore(tx, item);
  }

  async reverse(tx: Tx, { item, action }: Decision): Promise<void> {
    if (action.measure === 'lock_thread') await this.contents.written(item.kind).lock(tx, item, false);
    await this.contents.of(item.kind).reinstate(tx, item);
  }
}
