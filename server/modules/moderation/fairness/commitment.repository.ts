import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Disclosure } from '../../../../shared/moderation/digest/disclosure.schema.js';
import type { Tx } from '../../../platform/database/tx.js';

/** What a commitment to a statement is made of, before it is made. */
export interface Sealed {
  readonly statementId: string;
  readonly salt: string;
  readonly contentHash: string;
}

/** Salts, and what the digests committed to with them. */
@Injectable()
export class CommitmentRepository {
  /** A salt for a new statement, and the SHA-256 of the words that were judged. */
  async seal(tx: Tx, dyadId: string, statementId: string, contentHash: Buffer): Promise<void> {
    await tx.query(
      `insert into moderation_commitment (statement_id, dyad_id, salt, content_hash) values ($1, $2, $3, $4)`,
      [statementId, dyadId, randomBytes(32), contentHash],
    );
  }

  sealed(tx: Tx, statements: readonly string[]): Promise<Sealed[]> {
    return tx.query<Sealed>(
      `select statement_id as "statementId", encode(salt, 'hex') as salt, encode(content_hash, 'hex') as "contentHash"
       from moderation_commitment where statement_id = any($1::uuid[])`,
      [statements],
    );
  }

  /** Keeps exactly what a digest committed to. */
  async commit(tx: Tx, statement: Disclosure['statement']): Promise<void> {
    await tx.query(`update moderation_commitment set statement = $2 where statement_id = $1`, [
      statement.puid,
      JSON.stringify(statement),
    ]);
  }

  /** What opens the commitment to a statement; nothing before its day has a digest, or after it was erased. */
  disclosure(tx: Tx, statementId: string): Promise<Disclosure | undefined> {
    return tx.one<Disclosure>(
      `select encode(salt, 'hex') as salt, statement from moderation_commitment
       where statement_id = $1 and statement is not null`,
      [statementId],
    );
  }
}
