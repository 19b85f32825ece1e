// The technical floor: configuration, database, transactions, outbox, live channel, contracts, failures. It knows no
// word of the domain. It promises that no handler runs without the policy table, that nothing is told before it is
// committed, and that no answer carries what its contract does not list. Every module may use it; it uses none, but for
// the one port `ActorResolver`, which the module that knows sessions and members binds.
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Clock, SystemClock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { projectRoot } from './config/project-root.js';
import { applicationDataSource, type Schema } from './database/data-source.js';
import { PinnedConnection } from './database/pinned-connection.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { Drains } from './events/drains.js';
import { FactRelay } from './events/fact-relay.js';
import { Facts } from './events/facts.js';
import { SignalRelay, SignalSink } from './events/signal-relay.js';
import { SignalViews } from './events/signal-views.js';
import { Signals } from './events/signals.js';
import { StreamHistory } from './events/stream-history.js';
import { ContractInterceptor } from './http/contract.interceptor.js';
import { FailureFilter } from './http/failure.filter.js';
import { HealthController } from './http/health.controller.js';
import { OpenApiController } from './http/open-api.controller.js';
import { OriginCheck } from './http/origin-check.js';
import { OutgoingRequests } from './http/outgoing-requests.js';
import { PolicyGuard } from './http/policy.guard.js';
import { PolicyWalk } from './http/policy-walk.js';
import { RateLimit } from './http/rate-limit.js';
import { Readiness } from './http/readiness.js';
import { RequestLimits } from './http/request-limits.js';
import { Sentences } from './i18n/sentences.js';
import { Log } from './logging/log.js';
import { PdfPrinter } from './print/pdf-printer.js';
import { ChannelLimits } from './realtime/channel-limits.js';
import { LiveChannel } from './realtime/live-channel.js';
import { NodeLine } from './realtime/node-line.js';
import { RedisBridge } from './realtime/redis-bridge.js';
import { Revocation } from './realtime/revocation.js';
import { RightsWatch } from './realtime/rights-watch.js';
import { SocketMessages } from './realtime/socket-messages.js';
import { StreamController } from './realtime/stream.controller.js';
import { Streams } from './realtime/streams.js';
import { Upgrades } from './realtime/upgrades.js';
import { Retention } from './retention/retention.js';

/** What the process gives the platform: its settings, the address of its database, and what the tables are. */
export interface PlatformParts {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly schema: Schema;
  /** Another time than the system's, for tests. */
  readonly clock?: Clock;
  /** False where one machine plays many people: in tests, benches and the loading of the demonstration. */
  readonly requestLimits?: boolean;
  /** False where nobody looks on while the application runs: what is done in the background is done when it is waited for. */
  readonly background?: boolean;
}

export const CONFIG = Symbol('Config');

const services = [
  UnitOfWork,
  Facts,
  FactRelay,
  Signals,
  SignalRelay,
  SignalViews,
  StreamHistory,
  Streams,
  RateLimit,
  Readiness,
  LiveChannel,
  SocketMessages,
  ChannelLimits,
  Upgrades,
  Revocation,
  PolicyGuard,
  PolicyWalk,
  ContractInterceptor,
  FailureFilter,
  Retention,
];

@Global()
@Module({})
export class PlatformModule {
  static with({
    config,
    databaseUrl,
    schema,
    clock,
    requestLimits = true,
    background = true,
  }: PlatformParts): DynamicModule {
    const made = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: clock ?? new SystemClock() },
      { provide: Log, useFactory: () => new Log(config.LOG_LEVEL) },
      { provide: Drains, inject: [Log], useFactory: (log: Log) => new Drains(log, background) },
      { provide: Sentences, useFactory: () => new Sentences(join(projectRoot, 'locales')) },
      {
        provide: OutgoingRequests,
        inject: [Log],
        useFactory: (log: Log) => new OutgoingRequests(config.PRIVATE_HOSTS, log),
      },
      {
        provide: PdfPrinter,
        inject: [Log],
        useFactory: (log: Log) => new PdfPrinter(config.ENTENTE_CHROMIUM, log),
      },
      { provide: OriginCheck, useFactory: () => new OriginCheck(config) },
      { provide: DataSource, useFactory: () => applicationDataSource(databaseUrl, schema).initialize() },
      {
        provide: PinnedConnection,
        inject: [Log],
        useFactory: (log: Log) => new PinnedConnection(databaseUrl, log),
      },
      { provide: NodeLine, inject: [Log], useFactory: (log: Log) => new NodeLine(config.REDIS_URL, log) },
      { provide: RightsWatch, inject: [Log], useFactory: (log: Log) => new RightsWatch(databaseUrl, log) },
      {
        provide: RequestLimits,
        inject: [RateLimit],
        useFactory: (rateLimit: RateLimit) => new RequestLimits(rateLimit, requestLimits),
      },
      { provide: SignalSink, useExisting: LiveChannel },
      {
        provide: RedisBridge,
        inject: [LiveChannel, SignalRelay, NodeLine, Log],
        useFactory: (channel: LiveChannel, relay: SignalRelay, line: NodeLine, log: Log) =>
          new RedisBridge(config.REDIS_URL, channel, relay, line, log),
      },
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, OpenApiController, StreamController],
      providers: [...services, ...made],
      exports: [...services, ...made.map(({ provide }) => provide)],
    };
  }

  constructor(channel: LiveChannel, messages: SocketMessages) {
    channel.open(messages);
  }
}
