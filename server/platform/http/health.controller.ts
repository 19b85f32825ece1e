import { Controller } from '@nestjs/common';
import type { AnswerOf } from '../../../shared/contract/contract.js';
import { Failure } from '../../../shared/contract/failure.js';
import { liveHealth, readyHealth } from '../../../shared/contract/health.contract.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Endpoint } from './endpoint.js';
import { Readiness } from './readiness.js';

@Controller()
export class HealthController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readiness: Readiness,
  ) {}

  @Endpoint(liveHealth)
  async live(): Promise<AnswerOf<typeof liveHealth>> {
    return { status: 'live' };
  }

  @Endpoint(readyHealth)
  async ready(): Promise<AnswerOf<typeof readyHealth>> {
    if (this.readiness.stopping) throw new Failure('server.unavailable');
    await this.unitOfWork.run('all dyads', (tx) => tx.query('select 1'));
    return { status: 'ready', degraded: this.readiness.degraded };
  }
}
