import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { Log } from '../../platform/logging/log.js';
import { inTime } from './in-time.js';
import { NoEngine, Translator, type Translated, type Wish } from './translator.js';

const longestMilliseconds = 30_000;

/**
 * What an engine makes of texts while somebody waits who will look at it before anybody else does. Nothing is kept, and
 * nothing goes to engines of others: what nobody else has seen yet stays in the house, whatever both sides consent to.
 */
@Injectable()
export class MachineTexts {
  constructor(
    private readonly translator: Translator,
    private readonly log: Log,
  ) {}

  /** @throws Failure `translation.unavailable` when no engine serves the languages, or it cannot now */
  async of(texts: readonly string[], wish: Omit<Wish, 'staysInside'>): Promise<readonly Translated[]> {
    try {
      const asked = this.translator.translateAll(texts, { ...wish, staysInside: true });
      return await inTime(asked, longestMilliseconds);
    } catch (error) {
      const { source, target } = wish;
      if (!(error instanceof NoEngine)) this.log.warn('translation.on_request_failed', { error, source, target });
      throw new Failure('translation.unavailable');
    }
  }
}
