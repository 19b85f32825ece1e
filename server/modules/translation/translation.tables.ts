import type { Schema } from '../../platform/database/data-source.js';
import { Translation1764000500000 } from './migrations/1764000500000-translation.js';
import { TranslationJob } from './translation-job.entity.js';
import { Translation } from './translation.entity.js';

export const translationTables: Schema = {
  entities: [Translation, TranslationJob],
  migrations: [Translation1764000500000],
};
