import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const purpose = 'tell everybody what this dialogue is';
const life = 'permanent';

@Entity()
export class Dyad {
  @Kept('public', purpose, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dyad_pk' })
  id: string;

  @Kept('public', purpose, life)
  @Column('text')
  slug: string;

  @Kept('public', purpose, life)
  @Column('jsonb')
  name: Record<string, string>;

  @Kept('public', purpose, life)
  @Column('jsonb')
  purpose: Record<string, string>;

  @Kept('public', purpose, life)
  @Column('jsonb')
  labelA: Record<string, string>;

  @Kept('public', purpose, life)
  @Column('jsonb')
  labelB: Record<string, string>;

  @Kept('public', purpose, life)
  @Column('text')
  languageA: string;

  @Kept('public', purpose, life)
  @Column('text')
  languageB: string;

  @Kept('public', purpose, life)
  @Column('text', { nullable: true })
  bridgeLanguage: string | null;

  @Kept('public', purpose, life)
  @Column('timestamptz')
  foundedAt: Date;
}

@Entity()
export class CharterVersion {
  @Kept('public', 'the rules both sides live by', life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'charter_version_pk' })
  dyadId: string;

  @Kept('public', 'the rules both sides live by', life)
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'charter_version_pk' })
  version: number;

  @Kept('public', 'the rules both sides live by', life)
  @Column('jsonb')
  articles: unknown;

  @Kept('public', 'how many organisations of each side have to sign', life)
  @Column('integer', { default: 1 })
  quorum: number;

  @Kept('public', 'the rules both sides live by', life)
  @Column('timestamptz')
  adoptedAt: Date;
}

@Entity()
export class Disclosure {
  @Kept('public', 'say who pays and whose interests are involved', life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'disclosure_pk' })
  id: string;

  @Kept('public', 'say who pays and whose interests are involved', life)
  @Column('uuid')
  dyadId: string;

  @Kept('public', 'say who pays and whose interests are involved', life)
  @Column('text')
  kind: string;

  @Kept('public', 'say who pays and whose interests are involved', life)
  @Column('jsonb')
  title: Record<string, string>;

  @Kept('public', 'say who pays and whose interests are involved', life)
  @Column('jsonb')
  body: Record<string, string>;

  @Kept('public', 'say what was erased of it, when and why', life)
  @Column('jsonb', { default: [] })
  erased: unknown;

  @Kept('public', 'say who pays and whose interests are involved', life)
  @Column('timestamptz')
  publishedAt: Date;
}
