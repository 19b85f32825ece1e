import type { Schema } from './database/data-source.js';
import { IdempotencyKey } from './database/idempotency-key.entity.js';
import { WallsThatPlansSeeThrough1764950000000 } from './database/migrations/1764950000000-walls-that-plans-see-through.js';
import { Platform1764000000000 } from './database/migrations/1764000000000-platform.js';
import { Fact, FactHandled, SignalRecord, StreamHead } from './events/events.entity.js';

export const platformTables: Schema = {
  entities: [IdempotencyKey, Fact, FactHandled, StreamHead, SignalRecord],
  migrations: [Platform1764000000000, WallsThatPlansSeeThrough1764950000000],
};
