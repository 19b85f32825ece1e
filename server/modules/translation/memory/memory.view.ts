import type { RichText } from '../../../../shared/language/rich-text.js';
import type { MemoryEntryView } from '../../../../shared/translation/memory.schema.js';
import { dayOf } from '../../../platform/clock/day.js';
import { parseMarkdown } from '../../../platform/markdown/markdown.js';
import { Unreadable } from '../../../platform/markdown/unreadable.js';
import type { EntryPlace, EntryRow } from './memory.repository.js';

/** A sentence as it is read by itself; one that nobody could read so is its letters. */
export function readAlone(text: string): RichText {
  try {
    return parseMarkdown(text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return [{ type: 'paragraph', inlines: [{ type: 'text', text }] }];
  }
}

export const entryView = (row: EntryRow): MemoryEntryView => ({
  id: row.id,
  source: { language: row.sourceLanguage, text: row.source, body: readAlone(row.source) },
  target: { language: row.targetLanguage, text: row.target, body: readAlone(row.target) },
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
