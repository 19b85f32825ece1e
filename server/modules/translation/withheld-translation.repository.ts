import { Injectable } from '@nestjs/common';
import type { Side } from '../../../shared/access/actor.js';
import type { TranslationView } from '../../../shared/translation/translation.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import type { OwnerKind } from './translation.events.js';

/** A translation as it was made, with everything that moderators may see of it. */
export interface WholeTranslation {
  readonly id: string;
  readonly dyadId: string;
  readonly ownerKind: OwnerKind;
  readonly owner: string;
  readonly language: string;
  readonly status: 'machine' | 'doubtful' | 'memory' | 'human';
  readonly body: string;
  readonly engine: string | null;
  readonly via: string | null;
  readonly recalled: TranslationView['memory'];
  readonly checks: readonly string[];
  readonly unknownWords: readonly string[];
  readonly providedBy: string | null;
  readonly madeAt: Date | null;
  /** The sides of those who stand behind it. */
  readonly behind: readonly Side[];
  readonly disputed: boolean;
  /** Readers have it: no other has taken its place, and moderators do not keep it from them. */
  readonly isShown: boolean;
}

// Asked for each row and not by a function, which would take twice as long.
const behind = `(select coalesce(array_agg(distinct s.side), '{}') from translation_stance s where s.translation_id = translation.id)`;
const disputed = `exists (select from translation_dispute d
  where d.owner_id = translation.owner_id and d.target = translation.target and d.state = 'open')`;

/** Translations whatever moderators decided about them. */
@Injectable()
export class WithheldTranslationRepository {
  find(tx: Tx, ids: readonly string[]): Promise<WholeTranslation[]> {
    return tx.query<WholeTranslation>(
      `select id, dyad_id as "dyadId", owner_kind as "ownerKind", owner_id as owner, target as language, status, body,
         engine, via, recalled, checks, unknown_words as "unknownWords", provided_by as "providedBy", made_at as "madeAt",
         ${behind} as behind, ${disputed} as disputed,
         superseded_at is null and withheld is null as "isShown"
       from translation where id = any($1::uuid[]) and body is not null`,
      [ids],
    );
  }

  async idsOf(tx: Tx, owners: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from translation where owner_id = any($1::uuid[]) and body is not null order by id`,
      [owners],
    );
    return rows.map(({ id }) => id);
  }

  async writers(tx: Tx, owner: string, language: string): Promise<string[]> {
    const rows = await tx.query<{ by: string }>(
      `select distinct provided_by as by from translation
       where owner_id = $1 and target = $2 and provided_by is not null order by provided_by`,
      [owner, language],
    );
    return rows.map(({ by }) => by);
  }

  async withhold(tx: Tx, id: string, how: 'held' | 'removed' | null): Promise<void> {
    await tx.query(`update translation set withheld = $2 where id = $1`, [id, how]);
  }
}
