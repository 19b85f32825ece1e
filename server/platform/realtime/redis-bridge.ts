import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { Signal } from '../../../shared/contract/signals.js';
import { SignalRelay } from '../events/signal-relay.js';
import { Log } from '../logging/log.js';
import { LiveChannel } from './live-channel.js';
import { NodeLine } from './node-line.js';

const subject = 'signals';

/**
 * Carries live signals between nodes when a Redis is configured. It is a hint and nothing more: the readers of the node
 * itself hear everything without it, a node starts without it, and when it is back the newest signals are told again, so
 * that whoever missed some sees the gap and fetches it by number from PostgreSQL.
 */
@Injectable()
export class RedisBridge implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private client: { destroy(): void } | undefined;

  constructor(
    private readonly url: string | undefined,
    private readonly channel: LiveChannel,
    private readonly relay: SignalRelay,
    private readonly line: NodeLine,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.line.hear(subject, (word) => this.channel.tellHere(JSON.parse(word) as Signal));
    this.line.onBack(() => {
      this.relay.repeatNewest(this.channel.streamsFollowed()).catch((error: unknown) => {
        this.log.warn('redis.gap_untold', { error });
      });
    });
    this.channel.carriedBy((signal) => this.line.tell(subject, JSON.stringify(signal)));
  }

  /** What nodes ask of each other about their sockets (how many follow a stream) goes through an adapter of Socket.IO. */
  onApplicationBootstrap(): void {
    if (this.url === undefined) return;
    const client = createClient({ url: this.url });
    client.on('error', (error: unknown) => this.log.warn('redis.away', { error }));
    client.connect().catch(() => undefined);
    // The adapter does not look at whether its words arrived; a promise that nobody looks at would end the process.
    const publish = client.publish.bind(client);
    Object.assign(client, { publish: (name: string, word: string) => publish(name, word).catch(() => 0) });
    this.channel.io.adapter(createAdapter(client));
    this.client = client;
  }

  onApplicationShutdown(): void {
    // Not `close`, which waits for answers of a Redis that may be away.
    this.client?.destroy();
  }
}
