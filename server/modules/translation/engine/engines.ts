import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../platform/config/config.js';
import { OutgoingRequests } from '../../../platform/http/outgoing-requests.js';
import { CONFIG } from '../../../platform/platform.module.js';
import { configuredEngines } from './configured-engines.js';
import type { TranslationEngine } from './translation-engine.js';

/** The engines of this server, in the order of the configuration. */
@Injectable()
export class Engines {
  readonly all: readonly TranslationEngine[];

  constructor(@Inject(CONFIG) config: Config, outgoing: OutgoingRequests) {
    this.all = configuredEngines(config, outgoing);
  }
}
