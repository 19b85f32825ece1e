import type { Schema } from '../../platform/database/data-source.js';
import { TranslationCache } from './cache/cache.entity.js';
import { EgressConsent, TranslationUsage } from './egress/egress.entity.js';
import { GlossaryImport } from './glossary/glossary-import.entity.js';
import { Term, TermConcept, TermRevision } from './glossary/term.entity.js';
import { MemoryEntry, MemoryImport } from './memory/memory.entity.js';
import { Translation1764000500000 } from './migrations/1764000500000-translation.js';
import { Glossary1764800000000 } from './migrations/1764800000000-glossary.js';
import { WithheldTranslations1764970000000 } from './migrations/1764970000000-withheld-translations.js';
import { TranslationMemory1764982000000 } from './migrations/1764982000000-translation-memory.js';
import { Egress1764980000000 } from './migrations/1764980000000-egress.js';
import { MemoryByWords1764991000000 } from './migrations/1764991000000-memory-by-words.js';
import { TranslationCache1764992000000 } from './migrations/1764992000000-translation-cache.js';
import { RestingTranslations1764994000000 } from './migrations/1764994000000-resting-translations.js';
import { HumanTranslations1764985000000 } from './migrations/1764985000000-human-translations.js';
import { StaleTranslations1764984000000 } from './migrations/1764984000000-stale-translations.js';
import { GlossaryImports1764995000000 } from './migrations/1764995000000-glossary-imports.js';
import { TranslationClaim } from './review/claim.entity.js';
import { TranslationDispute } from './review/dispute.entity.js';
import { TranslationNews } from './review/news.entity.js';
import { TranslationProposal } from './review/proposal.entity.js';
import { TranslationRequest } from './review/request.entity.js';
import { TranslationStance } from './review/stance.entity.js';
import { TranslationJob } from './translation-job.entity.js';
import { Translation } from './translation.entity.js';

export const translationTables: Schema = {
  entities: [
    Translation,
    TranslationJob,
    TermConcept,
    TermRevision,
    Term,
    GlossaryImport,
    EgressConsent,
    TranslationUsage,
    TranslationProposal,
    TranslationStance,
    TranslationRequest,
    TranslationDispute,
    TranslationClaim,
    TranslationNews,
    MemoryImport,
    MemoryEntry,
    TranslationCache,
  ],
  migrations: [
    Translation1764000500000,
    Glossary1764800000000,
    WithheldTranslations1764970000000,
    Egress1764980000000,
    TranslationMemory1764982000000,
    StaleTranslations1764984000000,
    HumanTranslations1764985000000,
    MemoryByWords1764991000000,
    TranslationCache1764992000000,
    RestingTranslations1764994000000,
    GlossaryImports1764995000000,
  ],
};
