import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const signIn = 'let the owner of the account in';
const life = 'until removed by its owner';
const minutes = 'five minutes';

@Entity()
export class Passkey {
  @Kept('technical', signIn, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkey_pk' })
  id: string;

  @Kept('personal', signIn, life)
  @Column('uuid')
  accountId: string;

  @Kept('personal', signIn, life)
  @Column('text')
  credentialId: string;

  @Kept('technical', signIn, life)
  @Column('bytea')
  publicKey: Buffer;

  @Kept('technical', 'notice copied passkeys', life)
  @Column('bigint')
  counter: string;

  @Kept('personal', 'let the owner tell passkeys apart', life)
  @Column('text')
  name: string;

  @Kept('personal', 'let the owner tell passkeys apart', life)
  @Column('timestamptz')
  addedAt: Date;

  @Kept('personal', 'let the owner notice foreign use', life)
  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;
}

@Entity()
export class RecoveryCode {
  @Kept('personal', signIn, 'until used or renewed')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recovery_code_pk' })
  accountId: string;

  @Kept('secret', signIn, 'until used or renewed')
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'recovery_code_pk' })
  codeHash: Buffer;
}

@Entity()
export class SignInAttempt {
  @Kept('technical', signIn, minutes)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_attempt_pk' })
  id: string;

  @Kept('technical', signIn, minutes)
  @Column('text')
  kind: string;

  @Kept('personal', signIn, minutes)
  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Kept('secret', signIn, minutes)
  @Column('text')
  secret: string;

  @Kept('technical', signIn, minutes)
  @Column('timestamptz')
  expiresAt: Date;
}

@Entity()
export class OidcLink {
  @Kept('personal', signIn, life)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'oidc_link_pk' })
  issuer: string;

  @Kept('personal', signIn, life)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'oidc_link_pk' })
  subject: string;

  @Kept('personal', signIn, life)
  @Column('uuid')
  accountId: string;
}
