// Moderation: whatever is written passes the gate, waits on the desk where the place wants it, and is decided by one
// pure table that treats both sides alike. Promises: nothing that waits is shown, a hold ends by itself, every step is
// kept for ever. It knows no kind of content: modules above register theirs with ModeratedContents and call the gate.
import { Module } from '@nestjs/common';
import { Streams } from '../../platform/realtime/streams.js';
import { AppealController } from './appeals/appeal.controller.js';
import { appeals } from './appeals/appeals.providers.js';
import { ClaimController } from './desk/claim.controller.js';
import { ClaimRepository } from './desk/claim.repository.js';
import { ClaimService } from './desk/claim.service.js';
import { Claims } from './desk/claims.js';
import { DeadlineDuties } from './deadlines/deadline.port.js';
import { DeadlineRepository } from './deadlines/deadline.repository.js';
import { DeadlineWorker } from './deadlines/deadline-worker.js';
import { Deadlines } from './deadlines/deadlines.js';
import { BulkDeciding } from './decisions/bulk-deciding.js';
import { BulkResults } from './decisions/bulk-results.js';
import { BulkService } from './decisions/bulk.service.js';
import { ContentMeasure } from './decisions/content-measure.js';
import { Escalation } from './decisions/escalation.js';
import { DecidedWords } from './decisions/decided-words.js';
import { HoldEnd } from './decisions/hold-end.js';
import { HoldExpiry } from './decisions/hold-expiry.js';
import { HoldReasons } from './decisions/hold-reasons.js';
import { KeyGiving } from './decisions/key-giving.js';
import { KeyRepository } from './decisions/key.repository.js';
import { KeyService } from './decisions/key.service.js';
import { Measures } from './decisions/measure.port.js';
import { OpenProposals } from './decisions/open-proposals.js';
import { Outcomes } from './decisions/outcomes.js';
import { ProposalClock } from './decisions/proposal-clock.js';
import { ProposalClosing } from './decisions/proposal-closing.js';
import { ProposalDrafting } from './decisions/proposal-drafting.js';
import { ProposalKeeping } from './decisions/proposal-keeping.js';
import { ProposalLapse } from './decisions/proposal-lapse.js';
import { ProposalTime } from './decisions/proposal-time.js';
import { ProposalWording } from './decisions/proposal-wording.js';
import { ProposalController } from './decisions/proposal.controller.js';
import { ProposalReader } from './decisions/proposal.query.js';
import { ProposalRepository } from './decisions/proposal.repository.js';
import { ProposalService } from './decisions/proposal.service.js';
import { Proposals } from './decisions/proposals.js';
import { DeskCards } from './desk/desk-cards.query.js';
import { DeskLists } from './desk/desk-lists.query.js';
import { DeskController } from './desk/desk.controller.js';
import { DeskReader } from './desk/desk.query.js';
import { DeskService } from './desk/desk.service.js';
import { ItemAttention } from './desk/item-attention.query.js';
import { ItemDecisions } from './desk/item-decisions.js';
import { OwnKeyRepository } from './desk/own-keys.repository.js';
import { PrecedentRepository } from './desk/precedent.repository.js';
import { PrecedentReader } from './desk/precedents.query.js';
import { DetectionModule } from './detection/detection.module.js';
import { FairnessController } from './fairness/fairness.controller.js';
import { fairness } from './fairness/fairness.providers.js';
import { DecidableItems } from './items/decidable-items.js';
import { ItemEventRepository } from './items/item-event.repository.js';
import { ItemRepository } from './items/item.repository.js';
import { PointedItems } from './items/pointed-items.js';
import { ItemSteps } from './items/item-steps.service.js';
import { ItemProjectionRepository } from './items/item-projection.repository.js';
import { StandingRepository } from './items/standing.repository.js';
import { StepFollowers } from './items/step-followers.js';
import { looks } from './looks/looks.providers.js';
import { Desk } from './desk.port.js';
import { DigestRecord } from './digest-record.port.js';
import { EventLedger } from './event-ledger.port.js';
import { ModeratedContents } from './moderated-content.port.js';
import { ModerationGate } from './moderation-gate.port.js';
import { OutsideRequests } from './outside-requests.port.js';
import { PanelDrawing } from './panels/panel-drawing.js';
import { PanelJudging } from './panels/panel-judging.js';
import { PanelTime } from './panels/panel-time.js';
import { PanelController } from './panels/panel.controller.js';
import { PanelRepository } from './panels/panel.repository.js';
import { PanelService } from './panels/panel.service.js';
import { ModeratedNames } from './names/moderated-names.js';
import { NoticeController } from './reasons/notice.controller.js';
import { reasons } from './reasons/reasons.providers.js';
import { ReportController } from './reports/report.controller.js';
import { reports } from './reports/reports.providers.js';
import { DutyService } from './roster/duty.service.js';
import { ProxyKeys } from './roster/proxy-keys.js';
import { ProxyReview } from './roster/proxy-review.js';
import { ProxyReviewService } from './roster/proxy-review.service.js';
import { RosterController } from './roster/roster.controller.js';
import { RosterRepository } from './roster/roster.repository.js';
import { sanctions } from './sanctions/sanctions.providers.js';
import { SideLanguages } from './side-languages.js';
import { StatementErasure } from './statement-erasure.port.js';
import { StandingReader } from './standing.reader.js';
import { TemplateController } from './templates/template.controller.js';
import { templates } from './templates/templates.providers.js';

const items = [
  ItemRepository,
  ItemEventRepository,
  ItemProjectionRepository,
  StandingRepository,
  StepFollowers,
  ItemSteps,
  DecidableItems,
  PointedItems,
];
const deadlines = [DeadlineRepository, Deadlines, DeadlineWorker];
const decisions = [
  ProposalRepository,
  KeyRepository,
  OpenProposals,
  ProposalReader,
  ProposalClock,
  ProposalKeeping,
  ProposalClosing,
  ProposalDrafting,
  Proposals,
  ProposalWording,
  KeyGiving,
  Outcomes,
  ContentMeasure,
  DecidedWords,
  Escalation,
  ProposalService,
  KeyService,
  BulkResults,
  BulkDeciding,
  BulkService,
];
const byTime = [ProposalTime, ProposalLapse, HoldEnd, HoldExpiry, HoldReasons, PanelTime];
const panels = [PanelRepository, PanelDrawing, PanelJudging, PanelService];
const roster = [RosterRepository, DutyService, ProxyKeys, ProxyReview, ProxyReviewService];
const claims = [ClaimRepository, Claims, ClaimService];
const precedents = [PrecedentRepository, PrecedentReader];
const desk = [OwnKeyRepository, DeskLists, ItemAttention, DeskCards, DeskReader, DeskService, ItemDecisions];
const persons = [...reports, ...sanctions, ...reasons, ...appeals, ...templates, SideLanguages];
const ports = [
  Desk,
  DigestRecord,
  OutsideRequests,
  StatementErasure,
  Measures,
  DeadlineDuties,
  ModerationGate,
  ModeratedContents,
  StandingReader,
  EventLedger,
];

@Module({
  imports: [DetectionModule],
  controllers: [
    ReportController,
    DeskController,
    ClaimController,
    ProposalController,
    PanelController,
    RosterController,
    NoticeController,
    TemplateController,
    AppealController,
    FairnessController,
  ],
  providers: [
    ...items,
    ...deadlines,
    ...looks,
    ...decisions,
    ...byTime,
    ...panels,
    ...roster,
    ...claims,
    ...precedents,
    ...desk,
    ...persons,
    ...fairness,
    ModeratedNames,
    ...ports,
  ],
  exports: [DetectionModule, ...ports],
})
export class ModerationModule {
  constructor(streams: Streams) {
    streams.register('desk', async (_tx, dyadId, member) => {
      return member.dyadId === dyadId && member.roles.includes('moderator') && member.strong;
    });
  }
}
