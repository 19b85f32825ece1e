// Translation: every text that both sides should read gets its translations here, by engines in the background or by
// people. Promises: nobody waits for an engine, a translation always says where it comes from, what a person wrote is
// never replaced by a machine, and when a text goes its translations go. It knows texts by owner and no more.
import { Module } from '@nestjs/common';
import { EngineTranslator } from './engine-translator.js';
import { MachineTexts } from './machine-texts.port.js';
import { TranslationJobRepository } from './translation-job.repository.js';
import { TranslationQueue } from './translation-queue.service.js';
import { TranslationWorker } from './translation-worker.js';
import { TranslationReader } from './translation.reader.js';
import { TranslationRepository } from './translation.repository.js';
import { Translations } from './translations.port.js';
import { Translator } from './translator.js';

@Module({
  providers: [
    TranslationRepository,
    TranslationJobRepository,
    TranslationQueue,
    TranslationWorker,
    TranslationReader,
    Translations,
    MachineTexts,
    { provide: Translator, useClass: EngineTranslator },
  ],
  exports: [Translations, TranslationReader, MachineTexts],
})
export class TranslationModule {}
