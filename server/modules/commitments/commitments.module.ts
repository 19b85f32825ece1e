// Commitments: what both sides promised, by when, and what each side and the evaluators say of it. It promises that what a
// steward of each side adopted never changes, that everything that happens to it is added and said in the public record
// in the same transaction, that silence is written down by the clock and decides nothing, and that the three voices are
// never merged into one number. It refuses claims of those who did not promise and answers of those who did.
import { Module, type OnModuleInit } from '@nestjs/common';
import { Streams } from '../../platform/realtime/streams.js';
import { DyadsModule } from '../dyads/dyads.module.js';
import { StatementsModule } from '../statements/statements.module.js';
import { CommitmentImport } from './commitment-import.port.js';
import { CommitmentController } from './commitment.controller.js';
import { CommitmentRepository } from './commitment.repository.js';
import { Commitments } from './commitments.port.js';
import { AdoptionAct } from './drafts/adoption.act.js';
import { CommitmentContents } from './drafts/commitment-contents.js';
import { CommitmentFileReading } from './drafts/commitment-file-reading.js';
import { DraftViews } from './drafts/draft-views.js';
import { CommitmentDrafts } from './drafts/draft.service.js';
import { CommitmentErasure } from './erasure/commitment-erasure.js';
import { FollowRepository } from './following/follow.repository.js';
import { FollowingController } from './following/following.controller.js';
import { Following } from './following/following.service.js';
import { Movements } from './following/movements.query.js';
import { AssessmentService } from './progress/assessment.service.js';
import { ClaimService } from './progress/claim.service.js';
import { OwnPart } from './progress/own-part.query.js';
import { Speakers } from './progress/speakers.js';
import { CommitmentBoard } from './reading/board.query.js';
import { CommitmentPage } from './reading/commitment-page.query.js';
import { CommitmentsReader } from './reading/commitments.reader.js';
import { PublicFeeds } from './reading/public-feeds.query.js';
import { PublicWords } from './reading/public-words.js';
import { PublicCommitmentController } from './reading/public.controller.js';
import { CommitmentClock } from './story/commitment-clock.js';
import { CommitmentEventRepository } from './story/commitment-event.repository.js';
import { CommitmentRecord } from './story/commitment-record.js';
import { CommitmentStories } from './story/commitment-story.js';
import { StandingActs } from './story/standing.acts.js';

const drafts = [CommitmentContents, DraftViews, CommitmentDrafts, AdoptionAct, CommitmentFileReading, CommitmentImport];
const story = [CommitmentEventRepository, CommitmentRecord, CommitmentStories, CommitmentClock, StandingActs];
const progress = [Speakers, ClaimService, AssessmentService, OwnPart];
const reading = [CommitmentsReader, CommitmentBoard, CommitmentPage, PublicFeeds, PublicWords];
const erasure = [CommitmentErasure];
const following = [FollowRepository, Movements, Following];

@Module({
  imports: [DyadsModule, StatementsModule],
  controllers: [CommitmentController, PublicCommitmentController, FollowingController],
  providers: [
    CommitmentRepository,
    Commitments,
    ...drafts,
    ...story,
    ...progress,
    ...reading,
    ...following,
    ...erasure,
  ],
  exports: [Commitments, CommitmentImport, CommitmentsReader],
})
export class CommitmentsModule implements OnModuleInit {
  constructor(
    private readonly streams: Streams,
    private readonly commitments: CommitmentRepository,
  ) {}

  onModuleInit(): void {
    // What is adopted is public; whoever is a member hears of it.
    this.streams.register(
      'commitment',
      async (tx, id, { dyadId }) => (await this.commitments.find(tx, dyadId, id)) !== undefined,
    );
    this.streams.register('commitments', async (_tx, id, { dyadId }) => id === dyadId);
  }
}
