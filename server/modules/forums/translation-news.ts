import { Injectable, type OnModuleInit } from '@nestjs/common';
import { postChanged, threadChanged } from '../../../shared/forums/forum.signals.js';
import { ModerationGate } from '../moderation/moderation-gate.port.js';
import { translationReady } from '../translation/translation.events.js';
import type { Tx } from '../../platform/database/tx.js';
import { FactRelay } from '../../platform/events/fact-relay.js';
import { Signals } from '../../platform/events/signals.js';
import { TranslatedPlaceRepository } from './translated-place.repository.js';

/** Tells those who read a text, and the desks where it waits, that a translation of it has come. */
@Injectable()
export class TranslationNews implements OnModuleInit {
  constructor(
    private readonly relay: FactRelay,
    private readonly places: TranslatedPlaceRepository,
    private readonly gate: ModerationGate,
    private readonly signals: Signals,
  ) {}

  onModuleInit(): void {
    this.relay.on(translationReady, 'forums: tell readers', (tx, { ownerKind, owner }, dyadId) =>
      ownerKind === 'post_revision' ? this.ofRevision(tx, dyadId, owner) : this.ofTitle(tx, dyadId, owner),
    );
  }

  private async ofRevision(tx: Tx, dyadId: string, revisionId: string): Promise<void> {
    const found = await this.places.postOf(tx, revisionId);
    if (!found) return;
    const { post, thread, topicId, isShown } = found;
    await this.gate.contentChanged(tx, 'post', post);
    if (isShown) await this.signals.append(tx, dyadId, `topic:${topicId}`, postChanged, { thread, post });
  }

  private async ofTitle(tx: Tx, dyadId: string, thread: string): Promise<void> {
    const topicId = await this.places.topicOfOpenThread(tx, thread);
    if (topicId !== undefined) await this.signals.append(tx, dyadId, `topic:${topicId}`, threadChanged, { thread });
  }
}
