// The list of modules, and nothing else. The order is the order of dependence: each may use those above it.
import { Module, type DynamicModule } from '@nestjs/common';
import { CommitmentsModule } from './modules/commitments/commitments.module.js';
import { DocumentsModule } from './modules/documents/documents.module.js';
import { DyadsModule } from './modules/dyads/dyads.module.js';
import { ForumsModule } from './modules/forums/forums.module.js';
import { IdentityModule } from './modules/identity/identity.module.js';
import { ModerationModule } from './modules/moderation/moderation.module.js';
import { PublicationModule } from './modules/publication/publication.module.js';
import { RecordModule } from './modules/record/record.module.js';
import { StatementsModule } from './modules/statements/statements.module.js';
import { TranslationModule } from './modules/translation/translation.module.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';

@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        IdentityModule,
        DyadsModule,
        RecordModule,
        ModerationModule,
        TranslationModule,
        ForumsModule,
        DocumentsModule,
        StatementsModule,
        CommitmentsModule,
        PublicationModule,
      ],
    };
  }
}
