import { Injectable } from '@nestjs/common';
import type { TranslationNewsKind } from '../../../../shared/translation/human-work.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Target } from './proposal.repository.js';

/** What somebody is told about a translation. */
export interface News extends Target {
  readonly id: string;
  readonly dyadId: string;
  readonly member: string;
  readonly kind: TranslationNewsKind;
  readonly at: Date;
}

const mostNews = 50;

@Injectable()
export class NewsRepository {
  async add(tx: Tx, one: News): Promise<void> {
    await tx.query(
      `insert into translation_news (id, dyad_id, owner_id, target, member_id, kind, at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [one.id, one.dyadId, one.owner, one.language, one.member, one.kind, one.at],
    );
  }

  /** Newest first. */
  of(tx: Tx, dyadId: string, member: string): Promise<News[]> {
    return tx.query<News>(
      `select id, dyad_id as "dyadId", owner_id as owner, target as language, member_id as member, kind, at
       from translation_news where dyad_id = $1 and member_id = $2 order by at desc, id limit $3`,
      [dyadId, member, mostNews],
    );
  }

  /** @returns whether it was there, and theirs */
  async dismiss(tx: Tx, member: string, id: string): Promise<boolean> {
    const row = await tx.one(`delete from translation_news where id = $1 and member_id = $2 returning id`, [
      id,
      member,
    ]);
    return row !== undefined;
  }

  async remove(tx: Tx, owners: readonly string[]): Promise<void> {
    await tx.query(`delete from translation_news where owner_id = any($1::uuid[])`, [owners]);
  }
}
