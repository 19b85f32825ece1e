// Translation: every text that both sides should read gets its translations here, by engines in the background or by
// people. Promises: nobody waits for an engine, a translation always says where it comes from, what a person wrote is
// never replaced by a machine, and when a text goes its translations go. It knows texts by owner and no more.
// No text goes to an engine of others unless both sides consent to it, and none over its budget (egress/).
// The glossary of a dyad stands here, too: a steward of each side changes it, everybody reads it, and no text is changed
// by it.
import { Module } from '@nestjs/common';
import { CacheRepository } from './cache/cache.repository.js';
import { MachineCache } from './cache/machine-cache.js';
import { EgressConsentAct } from './egress/egress-consent.act.js';
import { EgressConsentRepository } from './egress/egress-consent.repository.js';
import { EgressController } from './egress/egress.controller.js';
import { EgressReading } from './egress/egress.query.js';
import { EgressService } from './egress/egress.service.js';
import { EngineBudget } from './egress/engine-budget.js';
import { EngineGate } from './egress/engine-gate.js';
import { UsageRepository } from './egress/usage.repository.js';
import { Engines } from './engine/engines.js';
import { EngineTranslator } from './engine-translator.js';
import { GlossaryInterchange } from './glossary-interchange.port.js';
import { GlossaryFileController } from './glossary/glossary-file.controller.js';
import { GlossaryImportAct } from './glossary/glossary-import.act.js';
import { GlossaryImportRepository } from './glossary/glossary-import.repository.js';
import { GlossaryImportService } from './glossary/glossary-import.service.js';
import { GlossaryImporting } from './glossary/glossary-importing.js';
import { GlossaryController } from './glossary/glossary.controller.js';
import { AgreedTerms } from './glossary/agreed-terms.js';
import { GlossaryRepository } from './glossary/glossary.repository.js';
import { GlossaryService } from './glossary/glossary.service.js';
import { TermAct } from './glossary/term.act.js';
import { MachineTexts } from './machine-texts.port.js';
import { InterchangeController } from './interchange/interchange.controller.js';
import { InterchangeService } from './interchange/interchange.service.js';
import { MemoryExporting } from './interchange/memory-exporting.js';
import { MemoryImporting } from './interchange/memory-importing.js';
import { MemoryInterchange } from './memory-interchange.port.js';
import { MemoryController } from './memory/memory.controller.js';
import { MemoryLearning } from './memory/memory-learning.js';
import { MemoryRepository } from './memory/memory.repository.js';
import { MemoryService } from './memory/memory.service.js';
import { RecalledJobs } from './memory/recalled-jobs.js';
import { Recalling } from './memory/recalling.js';
import { TrigramCheck } from './memory/trigram-check.js';
import { TrigramRepository } from './memory/trigram.repository.js';
import { DisputeRepository } from './review/dispute.repository.js';
import { HumanWork } from './review/human-work.js';
import { HumanWords } from './review/human-words.js';
import { MemorySuggestions } from './review/memory-suggestions.reader.js';
import { NewsRepository } from './review/news.repository.js';
import { ProposalShowing } from './review/proposal-showing.js';
import { ProposalRepository } from './review/proposal.repository.js';
import { TranslationDisputes } from './review/translation-disputes.port.js';
import { TranslationDossiers } from './review/translation-dossier.reader.js';
import { TranslationProposals } from './review/translation-proposals.port.js';
import { TranslationRequests } from './review/translation-requests.port.js';
import { TranslationReviews } from './review/translation-reviews.port.js';
import { TranslationTelling } from './review/translation-telling.js';
import { TranslationWorkList } from './review/translation-work.port.js';
import { WorkRepository } from './review/work.repository.js';
import { TranslationStatisticsReader } from './statistics/translation-statistics.reader.js';
import { TranslationStatisticsRepository } from './statistics/translation-statistics.repository.js';
import { TranslationJobRepository } from './translation-job.repository.js';
import { TranslationKeeping } from './translation-keeping.js';
import { TranslationQueue } from './translation-queue.service.js';
import { TranslationWorker } from './translation-worker.js';
import { TranslationReader } from './translation.reader.js';
import { TranslationRepository } from './translation.repository.js';
import { Translations } from './translations.port.js';
import { WithheldTranslationRepository } from './withheld-translation.repository.js';
import { WithheldTranslations } from './withheld-translations.port.js';
import { Translator } from './translator.js';

const people = [
  ProposalRepository,
  DisputeRepository,
  WorkRepository,
  NewsRepository,
  TranslationTelling,
  HumanWork,
  HumanWords,
  ProposalShowing,
  TranslationProposals,
  TranslationReviews,
  TranslationDisputes,
  TranslationRequests,
  TranslationWorkList,
  TranslationDossiers,
  MemorySuggestions,
];

@Module({
  controllers: [GlossaryController, GlossaryFileController, EgressController, MemoryController, InterchangeController],
  providers: [
    ...people,
    GlossaryRepository,
    AgreedTerms,
    GlossaryService,
    TermAct,
    GlossaryImportRepository,
    GlossaryImporting,
    GlossaryImportService,
    GlossaryImportAct,
    GlossaryInterchange,
    TranslationRepository,
    TranslationJobRepository,
    TranslationKeeping,
    TranslationQueue,
    TranslationWorker,
    CacheRepository,
    MachineCache,
    MemoryRepository,
    MemoryLearning,
    Recalling,
    RecalledJobs,
    MemoryService,
    MemoryImporting,
    MemoryExporting,
    InterchangeService,
    MemoryInterchange,
    TrigramRepository,
    TrigramCheck,
    TranslationReader,
    Translations,
    MachineTexts,
    WithheldTranslationRepository,
    WithheldTranslations,
    Engines,
    EgressConsentRepository,
    EgressConsentAct,
    EgressReading,
    EgressService,
    UsageRepository,
    EngineBudget,
    EngineGate,
    TranslationStatisticsRepository,
    TranslationStatisticsReader,
    { provide: Translator, useClass: EngineTranslator },
  ],
  exports: [
    Translations,
    TranslationReader,
    MachineTexts,
    WithheldTranslations,
    TranslationProposals,
    TranslationReviews,
    TranslationDisputes,
    TranslationRequests,
    TranslationWorkList,
    TranslationDossiers,
    MemorySuggestions,
    MemoryInterchange,
    TranslationStatisticsReader,
    GlossaryInterchange,
  ],
})
export class TranslationModule {}
