import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { Signal } from '../../../shared/contract/signals.js';
import { SignalRelay } from '../events/signal-relay.js';
import { randomId } from '../ids/ids.js';
import { Log } from '../logging/log.js';
import { LiveChannel } from './live-channel.js';

const told = 'entente:signals';
/** What may wait for a Redis that is away; more is fetched by its number anyway. */
const mostWaiting = 10_000;
const closeWithinMilliseconds = 1_000;

interface Carried {
  readonly from: string;
  readonly signal: Signal;
}

const clientOf = (url: string) => createClient({ url, commandsQueueMaxLength: mostWaiting });
type Redis = ReturnType<typeof clientOf>;

/**
 * Carries live signals between nodes when a Redis is configured. It is a hint and nothing more: the readers of the node
 * itself hear everything without it, a node starts without it, and when it is back the newest signals are told again, so
 * that whoever missed some sees the gap and fetches it by number from PostgreSQL.
 */
@Injectable()
export class RedisBridge implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly node = randomId();
  private readonly clients: Redis[] = [];

  constructor(
    private readonly url: string | undefined,
    private readonly channel: LiveChannel,
    private readonly relay: SignalRelay,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.url === undefined) return;
    const speaker = this.open(this.url);
    // The adapter does not look at whether its words arrived; a promise that nobody looks at would end the process.
    const publish = speaker.publish.bind(speaker);
    Object.assign(speaker, { publish: (name: string, word: string) => publish(name, word).catch(() => 0) });
    this.channel.io.adapter(createAdapter(speaker));
    this.channel.carriedBy((signal) => {
      const carried: Carried = { from: this.node, signal };
      void speaker.publish(told, JSON.stringify(carried));
    });
    this.listen(this.open(this.url));
  }

  async onApplicationShutdown(): Promise<void> {
    const patience = new Promise((resolve) => setTimeout(resolve, closeWithinMilliseconds).unref());
    await Promise.race([patience, Promise.allSettled(this.clients.map((client) => client.close()))]);
    for (const client of this.clients) if (client.isOpen) client.destroy();
  }

  private open(url: string): Redis {
    const client = clientOf(url);
    client.on('error', (error: unknown) => this.log.warn('redis.away', { error }));
    client.connect().catch((error: unknown) => this.log.warn('redis.away', { error }));
    this.clients.push(client);
    return client;
  }

  private listen(listener: Redis): void {
    const hear = (word: string): void => {
      const { from, signal } = JSON.parse(word) as Carried;
      if (from !== this.node) this.channel.tellHere(signal);
    };
    listener.subscribe(told, hear).catch((error: unknown) => this.log.warn('redis.away', { error }));
    listener.on('ready', () => {
      this.relay.repeatNewest(this.channel.streamsFollowed()).catch((error: unknown) => {
        this.log.warn('redis.gap_untold', { error });
      });
    });
  }
}
