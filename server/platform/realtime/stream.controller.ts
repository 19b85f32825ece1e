import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import { listSignals } from '../../../shared/contract/stream.contract.js';
import type { Permit } from '../access/permit.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { StreamHistory } from '../events/stream-history.js';
import { Allowed, Endpoint, Input } from '../http/endpoint.js';
import { Streams } from './streams.js';

@Controller()
export class StreamController {
  constructor(
    private readonly streams: Streams,
    private readonly history: StreamHistory,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Endpoint(listSignals)
  async after(
    @Input() { params, query }: InputOf<typeof listSignals>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof listSignals>> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, async (tx) => {
      await this.streams.requireWithin(tx, permit, params.stream);
      const signals = await this.history.after(tx, params.stream, query.after, query.limit);
      return { signals, newest: await this.history.newest(tx, params.stream) };
    });
  }
}
