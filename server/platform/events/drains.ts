import { Injectable } from '@nestjs/common';
import { Log } from '../logging/log.js';
import { Drain } from './drain.js';

/** Makes the drains of one application: all of them go by themselves, or all only when somebody waits for them. */
@Injectable()
export class Drains {
  constructor(
    private readonly log: Log,
    private readonly goByThemselves: boolean,
  ) {}

  /**
   * @param step does one batch and says whether there may be more
   * @param everyMs how long to wait at most before looking by itself
   * @param failure the event that is logged when a step fails
   */
  of(step: () => Promise<boolean>, everyMs: number, failure: string): Drain {
    return new Drain(step, everyMs, (error) => this.log.error(failure, { error }), this.goByThemselves);
  }
}
