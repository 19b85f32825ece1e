import type { Schema } from '../../platform/database/data-source.js';
import { Moderation1764000400000 } from './migrations/1764000400000-moderation.js';
import { ModerationEvent } from './moderation-event.entity.js';
import { ModerationItem } from './moderation-item.entity.js';

export const moderationTables: Schema = {
  entities: [ModerationItem, ModerationEvent],
  migrations: [Moderation1764000400000],
};
