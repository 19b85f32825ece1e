import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const signIn = 'let the owner of the account in';
const life = 'life of the account';

@Entity()
export class Account {
  @Kept('personal', 'tell accounts apart', life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pk' })
  id: string;

  @Kept('personal', signIn, life)
  @Column('text')
  login: string;

  @Kept('secret', signIn, life)
  @Column('text', { nullable: true })
  passwordHash: string | null;

  @Kept('personal', 'show the interface in the chosen language', life)
  @Column('text')
  language: string;

  @Kept('secret', 'notices by e-mail, only when given', life)
  @Column('bytea', { nullable: true })
  emailSealed: Buffer | null;

  @Kept('secret', 'refuse a second account with the same e-mail', life)
  @Column('bytea', { nullable: true })
  emailIndex: Buffer | null;

  @Kept('technical', 'ask holders of guarded roles for a second factor and shorter sessions', life)
  @Column('boolean', { default: false })
  guarded: boolean;

  @Kept('secret', 'check one-time codes', life)
  @Column('bytea', { nullable: true })
  totpSealed: Buffer | null;

  @Kept('secret', 'finish setting up one-time codes', 'until the set-up is finished')
  @Column('bytea', { nullable: true })
  totpPending: Buffer | null;

  @Kept('technical', 'accept a one-time code once', life)
  @Column('bigint', { nullable: true })
  totpLastStep: string | null;
}
