import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** What the database makes of words when it looks for others like them. */
@Injectable()
export class TrigramRepository {
  async knowsLetters(tx: Tx, word: string): Promise<boolean> {
    const row = await tx.one<{ known: boolean }>(`select coalesce(array_length(show_trgm($1), 1), 0) > 0 as known`, [
      word,
    ]);
    return row?.known === true;
  }
}
