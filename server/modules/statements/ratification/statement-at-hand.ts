import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { DocumentRole } from '../../../../shared/documents/document.rules.js';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { StatementReader } from '../statement.reader.js';
import { StatementRepository, type StatementRow } from '../statement.repository.js';
import { Delegates } from './delegates.js';

/** A statement that somebody acts upon for an organisation, with what they may. */
export interface AtHand {
  readonly row: StatementRow;
  readonly documentRole: DocumentRole;
  /** The organisation, when the member may sign for it. */
  readonly signedFor: OrganisationBrief | undefined;
  readonly signsFor: boolean;
  readonly speaksFor: boolean;
}

/** Takes a statement in hand: locked until the transaction ends, so that one word comes after the other. */
@Injectable()
export class StatementAtHand {
  constructor(
    private readonly statements: StatementRepository,
    private readonly reader: StatementReader,
    private readonly delegates: Delegates,
  ) {}

  /** @throws Failure `request.not_found` also for a draft that the member may not see */
  async take(
    tx: Tx,
    member: DyadMember,
    statement: string,
  ): Promise<{ row: StatementRow; documentRole: DocumentRole }> {
    const row = await this.statements.lock(tx, member.dyadId, statement);
    if (!row) throw new Failure('request.not_found');
    const documentRole = await this.reader.roleFor(tx, row, member);
    if (documentRole === 'none') throw new Failure('request.not_found');
    return { row, documentRole };
  }

  async takeFor(tx: Tx, member: DyadMember, statement: string, organisation: string): Promise<AtHand> {
    const taken = await this.take(tx, member, statement);
    const { signsFor, speaksFor } = await this.delegates.of(tx, member);
    const signedFor = signsFor.find(({ id }) => id === organisation);
    return {
      ...taken,
      signedFor,
      signsFor: signedFor !== undefined,
      speaksFor: speaksFor.some(({ id }) => id === organisation),
    };
  }
}
