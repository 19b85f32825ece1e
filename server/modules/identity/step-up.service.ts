import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Log } from '../../platform/logging/log.js';
import { AccountRepository } from './account.repository.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsService, type OpenedSession } from './sessions.service.js';

/** From a session that waits, or is weak, to one that proved a second factor. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionsService,
    private readonly secondFactor: SecondFactorService,
    private readonly log: Log,
  ) {}

  /** Makes a session complete, or an incomplete one strong. @throws Failure `sign_in.code_refused`. */
  async proveSecondFactor(token: string | undefined, code: string): Promise<OpenedSession> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const session = await this.sessions.find(tx, token);
      const account = session && (await this.accounts.byId(tx, session.account_id));
      if (!session || !account) throw new Failure('session.needed');
      // A recovery code stands in for a second factor; where there is none it would make one out of a printed page.
      if (!session.has_second_factor || !(await this.secondFactor.take(tx, account, code))) {
        this.log.warn('second_factor.failed', { account: account.id });
        throw new Failure('sign_in.code_refused');
      }
      this.log.info('second_factor.succeeded', { account: account.id });
      return this.sessions.renewProved(tx, session, { pending: false, strong: true });
    });
  }

  /** The account a session token stands for, for limits that are counted per account. */
  async accountOf(token: string | undefined): Promise<string | undefined> {
    return this.unitOfWork.run('all dyads', async (tx) => (await this.sessions.find(tx, token))?.account_id);
  }
}
