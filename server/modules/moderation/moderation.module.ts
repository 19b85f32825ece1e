// Moderation: whatever is written passes the gate, waits on the desk where the place wants it, and is decided by one
// pure table that treats both sides alike. Promises: nothing that waits is shown, a hold ends by itself, every step is
// kept for ever. It knows no kind of content: modules above register theirs with ModeratedContents and call the gate.
import { Module } from '@nestjs/common';
import { Streams } from '../../platform/realtime/streams.js';
import { DeskController } from './desk.controller.js';
import { DeskReader } from './desk.query.js';
import { DeskService } from './desk.service.js';
import { DetectionModule } from './detection/detection.module.js';
import { HoldExpiry } from './hold-expiry.js';
import { ItemSteps } from './item-steps.service.js';
import { ModeratedContents } from './moderated-content.port.js';
import { ModerationEventRepository } from './moderation-event.repository.js';
import { ModerationGate } from './moderation-gate.port.js';
import { ModerationItemRepository } from './moderation-item.repository.js';
import { StandingReader } from './standing.reader.js';

@Module({
  imports: [DetectionModule],
  controllers: [DeskController],
  providers: [
    ModerationItemRepository,
    ModerationEventRepository,
    ItemSteps,
    ModerationGate,
    ModeratedContents,
    StandingReader,
    DeskReader,
    DeskService,
    HoldExpiry,
  ],
  exports: [DetectionModule, ModerationGate, ModeratedContents, StandingReader],
})
export class ModerationModule {
  constructor(streams: Streams) {
    streams.register('desk', async (_tx, dyadId, member) => {
      return member.dyadId === dyadId && member.roles.includes('moderator') && member.strong;
    });
  }
}
