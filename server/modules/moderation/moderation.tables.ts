import type { Schema } from '../../platform/database/data-source.js';
import { detectionTables } from './detection/detection.tables.js';
import { Moderation1764000400000 } from './migrations/1764000400000-moderation.js';
import { ModerationEvent } from './moderation-event.entity.js';
import { ModerationItem } from './moderation-item.entity.js';

export const moderationTables: Schema = {
  entities: [ModerationItem, ModerationEvent, ...detectionTables.entities],
  migrations: [Moderation1764000400000, ...detectionTables.migrations],
};
