// Moderation: whatever is written passes the gate, waits on the desk where the place wants it, and is decided by one
// pure table that treats both sides alike. Promises: nothing that waits is shown, a hold ends by itself, every step is
// kept for ever. It knows no kind of content: modules above register theirs with ModeratedContents and call the gate.
import { Module } from '@nestjs/common';
import { Streams } from '../../platform/realtime/streams.js';
import { appeals } from './appeals/appeals.providers.js';
import { DeadlineDuties } from './deadlines/deadline.port.js';
import { DeadlineRepository } from './deadlines/deadline.repository.js';
import { DeadlineWorker } from './deadlines/deadline-worker.js';
import { Deadlines } from './deadlines/deadlines.js';
import { HoldEnd } from './deadlines/hold-end.js';
import { Measures } from './decisions/measure.port.js';
import { DeskCards } from './desk/desk-cards.query.js';
import { DeskController } from './desk/desk.controller.js';
import { DeskReader } from './desk/desk.query.js';
import { DeskService } from './desk/desk.service.js';
import { ItemDecisions } from './desk/item-decisions.js';
import { DecidableItems } from './items/decidable-items.js';
import { ItemEventRepository } from './items/item-event.repository.js';
import { ItemNews } from './items/item-news.js';
import { ItemRepository } from './items/item.repository.js';
import { ItemSteps } from './items/item-steps.service.js';
import { ItemProjectionRepository } from './items/item-projection.repository.js';
import { StandingRepository } from './items/standing.repository.js';
import { EventLedger } from './event-ledger.port.js';
import { ModeratedContents } from './moderated-content.port.js';
import { ModerationGate } from './moderation-gate.port.js';
import { NoticeController } from './reasons/notice.controller.js';
import { reasons } from './reasons/reasons.providers.js';
import { sanctions } from './sanctions/sanctions.providers.js';
import { TemplateController } from './templates/template.controller.js';
import { templates } from './templates/templates.providers.js';
import { StandingReader } from './standing.reader.js';

const items = [
  ItemRepository,
  ItemEventRepository,
  ItemProjectionRepository,
  StandingRepository,
  ItemSteps,
  ItemNews,
  DecidableItems,
];
const deadlines = [DeadlineRepository, DeadlineDuties, Deadlines, DeadlineWorker, HoldEnd];
const decisions = [Measures];
const desk = [DeskCards, DeskReader, DeskService, ItemDecisions];
const ports = [ModerationGate, ModeratedContents, StandingReader, EventLedger];

@Module({
  controllers: [DeskController, NoticeController, TemplateController],
  providers: [
    ...sanctions,
    ...reasons,
    ...appeals,
    ...templates,
    ...items,
    ...deadlines,
    ...desk,
    ...decisions,
    ...ports,
  ],
  exports: ports,
})
export class ModerationModule {
  constructor(streams: Streams) {
    streams.register('desk', async (_tx, dyadId, member) => {
      return member.dyadId === dyadId && member.roles.includes('moderator') && member.strong;
    });
  }
}
