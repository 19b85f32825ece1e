import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { Log } from '../../platform/logging/log.js';
import { inTime } from './in-time.js';
import { Translator, type Translated } from './translator.js';

const longestMilliseconds = 30_000;

/**
 * What an engine makes of texts while somebody waits who will look at it before anybody else does. Nothing is kept. The
 * engines are those of the configuration, so text leaves this host where translations of posts do, and nowhere else.
 */
@Injectable()
export class MachineTexts {
  constructor(
    private readonly translator: Translator,
    private readonly log: Log,
  ) {}

  /** @throws Failure `translation.unavailable` when no engine serves the languages, or it cannot now */
  async of(texts: readonly string[], source: string, target: string): Promise<readonly Translated[]> {
    try {
      const made = await inTime(this.translator.translateAll(texts, source, target), longestMilliseconds);
      if (!made) throw new Failure('translation.unavailable');
      return made;
    } catch (error) {
      if (error instanceof Failure) throw error;
      this.log.warn('translation.on_request_failed', { error, source, target });
      throw new Failure('translation.unavailable');
    }
  }
}
