import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { RatificationView } from '../../../../shared/statements/ratification.schema.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { StatementReader } from '../statement.reader.js';
import { StatementRepository } from '../statement.repository.js';
import { Delegates } from './delegates.js';
import { RoundReading } from './round-reading.js';

/** How far a statement is, for everybody who may read it. */
@Injectable()
export class RatificationPage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
    private readonly reader: StatementReader,
    private readonly reading: RoundReading,
    private readonly delegates: Delegates,
  ) {}

  /** @throws Failure `request.not_found` also for a draft that the caller may not see */
  async read(id: string, permit: Permit): Promise<RatificationView> {
    const { member } = permit;
    return this.unitOfWork.run({ dyadId: member.dyadId }, async (tx) => {
      const row = await this.statements.find(tx, member.dyadId, id);
      const documentRole = row ? await this.reader.roleFor(tx, row, member) : 'none';
      if (!row || documentRole === 'none') throw new Failure('request.not_found');
      permit.require('document.open', { documentRole });
      return { ...(await this.reading.read(tx, row)), ...(await this.delegates.of(tx, member)) };
    });
  }
}
