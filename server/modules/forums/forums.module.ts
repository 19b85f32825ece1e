// The forum: topics, threads and posts of a dyad. Promises: what waits for a moderator, is held or was taken back is
// shown to nobody by any way; a repeated request posts once; everybody sees the same order; revisions are never
// rewritten; a topic's mode is the same for both sides. Modules above may open topics and posts by `forum.port.ts`, also
// topics about things of theirs: the guard they register by `place-guards.port.ts` is asked on every way to these.
import { Module } from '@nestjs/common';
import { ModerationModule } from '../moderation/moderation.module.js';
import { TranslationModule } from '../translation/translation.module.js';
import { CitablePostRepository } from './citable-post.repository.js';
import { CitablePosts } from './citable-posts.reader.js';
import { Forum } from './forum.port.js';
import { ForumPages } from './forum-pages.query.js';
import { ForumSignals } from './forum-signals.js';
import { ForumViews } from './forum-views.query.js';
import { ModeratedPostReading } from './moderated-post-reading.query.js';
import { ModeratedPosts } from './moderated-posts.js';
import { ModeratedTranslations } from './moderated-translations.js';
import { OwnPostRepository } from './own-post.repository.js';
import { OwnPosts } from './own-posts.query.js';
import { PlaceAccess } from './place-access.js';
import { PlaceGuards } from './place-guards.port.js';
import { PlacedThreads } from './placed-threads.port.js';
import { PlacedThreadReader } from './placed-threads.reader.js';
import { PostCardRepository } from './post-card.repository.js';
import { PostCards } from './post-cards.query.js';
import { PostRedacting } from './post-redacting.js';
import { PostRestricting } from './post-restricting.js';
import { PostRestrictionRepository } from './post-restriction.repository.js';
import { PostPublishing } from './post-publishing.js';
import { PostReading } from './post-reading.query.js';
import { PostSurroundings } from './post-surroundings.query.js';
import { PostSubmission } from './post-submission.js';
import { PostTextRepository } from './post-text.repository.js';
import { PostTranslations } from './post-translations.query.js';
import { PostTranslationController } from './post-translation.controller.js';
import { PostTranslationService } from './post-translation.service.js';
import { PostController } from './post.controller.js';
import { PostRepository } from './post.repository.js';
import { PostService } from './post.service.js';
import { PublishedPostRepository } from './published-post.repository.js';
import { RevisionService } from './revision.service.js';
import { RichTexts } from './rich-texts.js';
import { TextKeeping } from './text-keeping.js';
import { TextReading } from './text-reading.js';
import { ThreadPages } from './thread-pages.query.js';
import { ThreadReading } from './thread-reading.query.js';
import { ThreadRepository } from './thread.repository.js';
import { ThreadService } from './thread.service.js';
import { TopicChanges } from './topic-changes.js';
import { TopicErasure } from './topic-erasure.port.js';
import { TopicModeAct } from './topic-mode.act.js';
import { TopicController } from './topic.controller.js';
import { TopicPlaceRepository } from './topic-place.repository.js';
import { TopicRepository } from './topic.repository.js';
import { TopicService } from './topic.service.js';
import { TranslatablePosts } from './translatable-posts.js';
import { TranslatedPlaceRepository } from './translated-place.repository.js';
import { ServedPostRepository } from './served-post.repository.js';
import { ShownSources } from './shown-sources.query.js';
import { ShownTranslations } from './shown-translations.query.js';
import { TranslationCards } from './translation-cards.query.js';
import { TranslationStatisticsController } from './translation-statistics.controller.js';
import { TranslationStatisticsReading } from './translation-statistics.query.js';
import { TranslationStatisticsService } from './translation-statistics.service.js';
import { TranslationWithholding } from './translation-withholding.js';
import { TranslatedViews } from './translated-views.query.js';
import { TranslationDossierViews } from './translation-dossier-views.query.js';
import { TranslationMemoryService } from './translation-memory.service.js';
import { TranslationReviewController } from './translation-review.controller.js';
import { TranslationReviewService } from './translation-review.service.js';
import { TranslationWorkController } from './translation-work.controller.js';
import { TranslationWorkService } from './translation-work.service.js';
import { TranslationWorkViews } from './translation-work-views.query.js';
import { TranslationsOfPosts } from './translations-of-posts.query.js';
import { TranslationNews } from './translation-news.js';

const repositories = [
  TopicRepository,
  ThreadRepository,
  PostRepository,
  PostTextRepository,
  PublishedPostRepository,
  OwnPostRepository,
  PostCardRepository,
  TranslatedPlaceRepository,
  TopicPlaceRepository,
  PostRestrictionRepository,
  CitablePostRepository,
  ServedPostRepository,
];
const reading = [
  PlaceGuards,
  PlaceAccess,
  RichTexts,
  PostTranslations,
  ForumViews,
  ForumPages,
  ThreadPages,
  ThreadReading,
  PostReading,
  OwnPosts,
  PostCards,
  PostSurroundings,
  ModeratedPostReading,
  TranslationsOfPosts,
  TranslatedViews,
  TranslationDossierViews,
  ShownSources,
  TranslationWorkViews,
  ShownTranslations,
  TranslationCards,
  PlacedThreadReader,
  CitablePosts,
  TranslationStatisticsReading,
  TranslationStatisticsService,
];
const writing = [
  TextReading,
  TextKeeping,
  PostPublishing,
  PostRestricting,
  PostRedacting,
  TranslationWithholding,
  PostSubmission,
  PostService,
  RevisionService,
  ThreadService,
  TopicChanges,
  TopicService,
  TranslatablePosts,
  PostTranslationService,
  TranslationReviewService,
  TranslationWorkService,
  TranslationMemoryService,
  Forum,
  PlacedThreads,
];
const reacting = [ModeratedPosts, ModeratedTranslations, ForumSignals, TranslationNews, TopicModeAct, TopicErasure];

@Module({
  imports: [ModerationModule, TranslationModule],
  controllers: [
    TopicController,
    PostController,
    PostTranslationController,
    TranslationReviewController,
    TranslationWorkController,
    TranslationStatisticsController,
  ],
  providers: [...repositories, ...reading, ...writing, ...reacting],
  exports: [Forum, PlaceGuards, PlacedThreads, PlacedThreadReader, CitablePosts, TopicErasure],
})
export class ForumsModule {}
