import type { Schema } from '../../../platform/database/data-source.js';
import { AllowedHosts, Wordlist } from './lists/wordlist.entity.js';
import { Detection1764700000001 } from './migrations/1764700000001-detection.js';
import { TextTrace, TextTraceMark } from './repeats/text-trace.entity.js';

export const detectionTables: Schema = {
  entities: [Wordlist, AllowedHosts, TextTrace, TextTraceMark],
  migrations: [Detection1764700000001],
};
