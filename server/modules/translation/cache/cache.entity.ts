import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const caching = 'send no passage to an engine twice';
const kept = 'as long as the translation it was made for';

/** What an engine made of a passage. */
@Entity()
export class TranslationCache {
  @Kept('technical', caching, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_cache_pk' })
  dyadId: string;

  @Kept('special', caching, kept)
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'translation_cache_pk' })
  key: Buffer;

  @Kept('technical', 'forget words with the text that they are from', kept)
  @Column('uuid')
  translationId: string;

  @Kept('special', caching, kept)
  @Column('text')
  said: string;

  @Kept('special', 'say which words the engine did not know', kept)
  @Column('text', { array: true })
  unknownWords: string[];
}
