import type { Schema } from '../../platform/database/data-source.js';
import {
  LogChain,
  LogCheckpoint,
  LogCosignature,
  LogDisclosure,
  LogDisclosureKey,
  LogEntry,
  LogHead,
  LogOutbox,
  LogTile,
  LogWitness,
} from './log/log.entity.js';
import { LogKey } from './log/log-key.entity.js';
import { LogFeed } from './log/log-feed.entity.js';
import { Record1764000300000 } from './migrations/1764000300000-record.js';
import { VerifiableLog1765200000000 } from './migrations/1765200000000-verifiable-log.js';
import { WitnessFeed1765410000000 } from './migrations/1765410000000-witness-feed.js';
import { LogKeys1765430000000 } from './migrations/1765430000000-log-keys.js';
import { EntriesAreMadeByTheSequencer1765450000000 } from './migrations/1765450000000-entries-are-made-by-the-sequencer.js';
import { RecordEntry } from './record-entry.entity.js';

export const recordTables: Schema = {
  entities: [
    RecordEntry,
    LogHead,
    LogKey,
    LogChain,
    LogOutbox,
    LogEntry,
    LogTile,
    LogCheckpoint,
    LogCosignature,
    LogDisclosure,
    LogDisclosureKey,
    LogWitness,
    LogFeed,
  ],
  migrations: [
    Record1764000300000,
    VerifiableLog1765200000000,
    WitnessFeed1765410000000,
    LogKeys1765430000000,
    EntriesAreMadeByTheSequencer1765450000000,
  ],
};
