import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import { readRecord } from '../../../shared/record/record.contract.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Endpoint, Input } from '../../platform/http/endpoint.js';
import { PublicRecord } from './record.port.js';

@Controller()
export class RecordController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly record: PublicRecord,
  ) {}

  @Endpoint(readRecord)
  async read(@Input() { params, query }: InputOf<typeof readRecord>): Promise<AnswerOf<typeof readRecord>> {
    const rows = await this.unitOfWork.run('all dyads', (tx) =>
      this.record.newest(tx, params.dyad, query.before, query.limit + 1),
    );
    const entries = rows.slice(0, query.limit).map((row) => ({ dyad: params.dyad, ...row }));
    return { entries, hasMore: rows.length > query.limit };
  }
}
