import type { MemoryEntryView } from '../../../../shared/translation/memory.schema.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { EntryPlace, EntryRow } from './memory.repository.js';

export const entryView = (row: EntryRow): MemoryEntryView => ({
  id: row.id,
  source: { language: row.sourceLanguage, text: row.source },
  target: { language: row.targetLanguage, text: row.target },
  origin: row.origin,
  fileName: row.fileName,
  isByPeople: row.byPeople,
  confirmedBy: [...row.confirmedBy],
  on: dayOf(row.at),
});

/** Where the page after an entry begins, as the address of that page says it. */
export const placeName = ({ at, id }: EntryPlace): string => `${at.getTime()}.${id}`;

/** Before every entry there is or will be, unless an address names a place. */
export function placeOf(name: string | undefined): EntryPlace {
  const [at, id] = name?.split('.') ?? [];
  return { at: new Date(Number(at ?? 8.64e15 / 2)), id: id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
}
