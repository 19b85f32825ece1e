import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../../platform/database/columns.js';

const looking = 'bring texts to moderators by words that both sides agreed on';
const life = 'life of the dyad';

/** A word list of a dyad in one language, in one version. */
@Entity()
export class Wordlist {
  @Kept('technical', looking, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wordlist_pk' })
  dyadId: string;

  @Kept('technical', looking, life)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'wordlist_pk' })
  language: string;

  @Kept('technical', looking, life)
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'wordlist_pk' })
  version: number;

  @Kept('content', looking, life)
  @Column('jsonb')
  entries: unknown;

  @Kept('technical', 'say which act of both sides made it', life)
  @Column('uuid')
  actId: string;

  @Kept('technical', looking, life)
  @Column('timestamptz')
  adoptedAt: Date;
}

const linking = 'bring links to moderators that go where both sides did not agree to';

/** The hosts that links of a dyad may go to, in one version. */
@Entity()
export class AllowedHosts {
  @Kept('technical', linking, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'allowed_hosts_pk' })
  dyadId: string;

  @Kept('technical', linking, life)
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'allowed_hosts_pk' })
  version: number;

  @Kept('content', linking, life)
  @Column('text', { array: true })
  hosts: string[];

  @Kept('technical', 'say which act of both sides made it', life)
  @Column('uuid')
  actId: string;

  @Kept('technical', linking, life)
  @Column('timestamptz')
  adoptedAt: Date;
}
