import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** What an engine made of a passage, by the key of that. */
export interface CachedAnswer {
  /** In hexadecimal digits. */
  readonly key: string;
  readonly said: string;
  readonly unknownWords: readonly string[];
}

@Injectable()
export class CacheRepository {
  /** What is there for keys; nothing of a translation that moderators keep from readers, or of a text that they do. */
  find(tx: Tx, dyadId: string, keys: readonly string[]): Promise<CachedAnswer[]> {
    return tx.query<CachedAnswer>(
      `select encode(c.key, 'hex') as key, c.said, c.unknown_words as "unknownWords"
       from translation_cache c join translation t on t.id = c.translation_id
       where c.dyad_id = $1 and c.key = any(array(select decode(key, 'hex') from unnest($2::text[]) as key))
         and t.withheld is null and not t.rests`,
      [dyadId, keys],
    );
  }

  /** Keeps answers with the translations that they were given for. What is there already stays that of its translation. */
  async add(
    tx: Tx,
    dyadId: string,
    answers: readonly (CachedAnswer & { readonly translation: string })[],
  ): Promise<void> {
    if (answers.length === 0) return;
    await tx.query(
      `insert into translation_cache (dyad_id, key, translation_id, said, unknown_words)
       select $1, decode(key, 'hex'), translation, said, "unknownWords"
       from jsonb_to_recordset($2::jsonb) as new (key text, translation uuid, said text, "unknownWords" text[])
       order by key on conflict do nothing`,
      [dyadId, JSON.stringify(answers)],
    );
  }
}
