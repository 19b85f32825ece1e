import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const read = 'let both sides read what the other wrote';
const origin = 'say where a translation comes from';
const kept = 'as long as the text it translates';

@Entity()
export class Translation {
  @Kept('technical', read, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_pk' })
  id: string;

  @Kept('technical', read, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', read, kept)
  @Column('text')
  ownerKind: string;

  @Kept('technical', read, kept)
  @Column('uuid')
  ownerId: string;

  @Kept('content', read, kept)
  @Column('text')
  source: string;

  @Kept('content', read, kept)
  @Column('text')
  target: string;

  @Kept('technical', origin, kept)
  @Column('text')
  status: string;

  @Kept('special', read, kept)
  @Column('text', { nullable: true })
  body: string | null;

  @Kept('technical', origin, kept)
  @Column('text', { nullable: true })
  engine: string | null;

  @Kept('technical', origin, kept)
  @Column('text', { nullable: true })
  engineVersion: string | null;

  @Kept('technical', origin, kept)
  @Column('text', { nullable: true })
  via: string | null;

  @Kept('technical', origin, kept)
  @Column('jsonb', { nullable: true })
  recalled: object | null;

  @Kept('technical', 'warn of doubtful translations', kept)
  @Column('text', { array: true })
  checks: string[];

  @Kept('content', 'warn of doubtful translations', kept)
  @Column('text', { array: true })
  unknownWords: string[];

  @Kept('personal', origin, kept)
  @Column('uuid', { nullable: true })
  providedBy: string | null;

  @Kept('technical', origin, kept)
  @Column('timestamptz', { nullable: true })
  madeAt: Date | null;

  @Kept('technical', 'keep from readers what moderators withhold', kept)
  @Column('text', { nullable: true })
  withheld: string | null;

  @Kept('technical', 'tell readers why a machine made none', kept)
  @Column('text', { nullable: true })
  whyNone: string | null;

  @Kept('technical', 'keep earlier translations for dispute', kept)
  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;

  @Kept('technical', 'say that the text was written anew since', kept)
  @Column('timestamptz', { nullable: true })
  staleAt: Date | null;

  @Kept('technical', 'use it for no other text while its own is kept from readers', kept)
  @Column('boolean', { default: false })
  rests: boolean;
}
