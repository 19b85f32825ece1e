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
  async of(texts: readonly string[], source: string, target: string): Promise<Translated[]> {
    try {
      return await inTime(this.each(texts, source, target), longestMilliseconds);
    } catch (error) {
      if (error instanceof Failure) throw error;
      this.log.warn('translation.on_request_failed', { error, source, target });
      throw new Failure('translation.unavailable');
    }
  }

  /** One after the other: engines are heavy, and others wait for them too. */
  private async each(texts: readonly string[], source: string, target: string): Promise<Translated[]> {
    const made: Translated[] = [];
    for (const text of texts) {
      const one = await this.translator.translate(text, source, target);
      if (!one) throw new Failure('translation.unavailable');
      made.push(one);
    }
    return made;
  }
}
