import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Config } from '../../../platform/config/config.js';
import { CONFIG } from '../../../platform/platform.module.js';

/** What a log begins with: its name in the world, and the day. */
@Injectable()
export class LogOrigin {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
    private readonly clock: Clock,
  ) {}

  /** The address of a log without its scheme (C2SP tlog-tiles, "Parameters"). */
  of(slug: string): string {
    const { host } = new URL(this.config.PUBLIC_URL ?? 'http://localhost');
    return `${host}/log/${slug}`;
  }

  /** Where a log is read. */
  address(slug: string): string {
    const { protocol } = new URL(this.config.PUBLIC_URL ?? 'http://localhost');
    return `${protocol}//${this.of(slug)}`;
  }

  today(): string {
    return dayOf(this.clock.now());
  }
}
