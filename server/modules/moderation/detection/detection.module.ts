// Detection: looks at what is written, in ordered phases, each of which explains what it found. Promises: it changes no
// state and delays nobody; a text that could not be looked at is told as such; the lists that it works with stand by
// acts of both sides; nothing that it looks at or tells names a side. Other modules ask it by `detection.port.ts`.
import { Module } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Config } from '../../../platform/config/config.js';
import { webhookKey } from '../../../platform/crypto/webhook-signature.js';
import { OutgoingRequests } from '../../../platform/http/outgoing-requests.js';
import { Log } from '../../../platform/logging/log.js';
import { CONFIG } from '../../../platform/platform.module.js';
import { Detection } from '../detection.port.js';
import { AuthorRecordRepository } from './author-record.repository.js';
import { ExternalCheck } from './external/external-check.js';
import { AllowedHostsAct } from './lists/allowed-hosts.act.js';
import { WordLists } from './lists/word-lists.js';
import { WordlistAct } from './lists/wordlist.act.js';
import { WordlistController } from './lists/wordlist.controller.js';
import { WordlistRepository } from './lists/wordlist.repository.js';
import { WordlistService } from './lists/wordlist.service.js';
import { PHASES, phasesInOrder } from './phases.js';
import { Repeats } from './repeats/repeats.js';
import { TextTraceRepository } from './repeats/text-trace.repository.js';
import { SurroundingsReader } from './surroundings.reader.js';
import { WordMatcher } from './words/word-matcher.js';

const lists = [WordlistRepository, WordLists, WordlistService, WordlistAct, AllowedHostsAct];
const surroundings = [AuthorRecordRepository, TextTraceRepository, Repeats, SurroundingsReader];

/** The service that the operator named, if there is one. */
function externalCheck(
  { MODERATION_CHECK_URL: address, MODERATION_CHECK_SECRET: secret }: Config,
  outgoing: OutgoingRequests,
  clock: Clock,
  log: Log,
): ExternalCheck | undefined {
  const key = secret === undefined ? undefined : webhookKey(secret);
  return address !== undefined && key !== undefined
    ? new ExternalCheck({ address, key }, outgoing, clock, log)
    : undefined;
}

@Module({
  controllers: [WordlistController],
  providers: [
    ...lists,
    ...surroundings,
    { provide: WordMatcher, inject: [Log], useFactory: (log: Log) => new WordMatcher(log) },
    { provide: ExternalCheck, inject: [CONFIG, OutgoingRequests, Clock, Log], useFactory: externalCheck },
    {
      provide: PHASES,
      inject: [WordMatcher, ExternalCheck],
      useFactory: (matcher: WordMatcher, external: ExternalCheck | undefined) => phasesInOrder({ matcher, external }),
    },
    Detection,
  ],
  exports: [Detection, WordlistRepository],
})
export class DetectionModule {}
