import type { Schema } from '../../platform/database/data-source.js';
import { Record1764000300000 } from './migrations/1764000300000-record.js';
import { RecordEntry } from './record-entry.entity.js';

export const recordTables: Schema = { entities: [RecordEntry], migrations: [Record1764000300000] };
