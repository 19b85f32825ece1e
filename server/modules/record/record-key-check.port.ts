import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Log } from '../../platform/logging/log.js';
import { LogKeyRepository } from './log/log-key.repository.js';
import { KeyProblem } from './log/signer.js';
import { SigningKeys } from './log/signing-keys.js';

/** Before the server serves anybody, each log has to have the keys that it is signed with. */
@Injectable()
export class RecordKeyCheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: LogKeyRepository,
    private readonly signing: SigningKeys,
    private readonly journal: Log,
  ) {}

  /**
   * A program that does not answer just now only delays signatures, and people can talk meanwhile: that is noted and passed
   * over.
   * @throws KeyProblem where a key is not there, or another is there instead
   */
  async run(): Promise<void> {
    await this.unitOfWork.run('all dyads', async (tx) => {
      for (const { dyadId, origin } of await this.keys.logs(tx)) {
        try {
          await this.signing.require(tx, dyadId, origin);
        } catch (error) {
          if (!(error instanceof KeyProblem && error.code === 'key_unreachable')) throw error;
          this.journal.warn('record.key_unreachable', { dyad: dyadId, error });
        }
      }
    });
  }
}
