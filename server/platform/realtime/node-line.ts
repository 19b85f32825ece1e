import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createClient } from 'redis';
import { randomId } from '../ids/ids.js';
import { Log } from '../logging/log.js';

const prefix = 'entente:';
const back = 'back';
const longestPause = 2_000;

type Client = ReturnType<typeof clientOf>;
type Listener = (word: string, from: string) => void;

/**
 * Short words from node to node when a Redis is configured; with one node, or while it is away, nobody hears them.
 * Nothing may depend on a word that arrives.
 */
@Injectable()
export class NodeLine implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly self = randomId();
  private readonly listeners = new Map<string, Listener>();
  private readonly backListeners: (() => void)[] = [];
  private clients: Client[] = [];

  constructor(
    private readonly url: string | undefined,
    private readonly log: Log,
  ) {}

  /** Called with what other nodes say, and which of them did. To be asked for before the application has begun. */
  hear(subject: string, listener: Listener): void {
    this.listeners.set(subject, listener);
  }

  /** Called whenever words of other nodes can be heard, at first and again after some may have been lost. */
  onBack(listener: () => void): void {
    this.backListeners.push(listener);
  }

  tell(subject: string, word: string): void {
    const [teller] = this.clients;
    if (teller?.isReady) void teller.publish(prefix + subject, `${this.self} ${word}`).catch(() => undefined);
  }

  onApplicationBootstrap(): void {
    if (this.url === undefined) return;
    const [teller, hearer] = [clientOf(this.url, this.log), clientOf(this.url, this.log)];
    this.clients = [teller, hearer];
    hearer.on('ready', () => this.isBack());
    // What was said while the line was away was heard by nobody; the others are told that they may have missed it.
    teller.on('ready', () => this.tell(back, ''));
    this.listeners.set(back, () => this.isBack());
    // Starting does not wait for Redis, and neither does anything else.
    for (const one of this.clients) void one.connect().catch(() => undefined);
    for (const [subject, listener] of this.listeners) {
      const heard = (message: string): void => {
        const at = message.indexOf(' ');
        const from = message.slice(0, at);
        if (from !== this.self) listener(message.slice(at + 1), from);
      };
      void hearer.subscribe(prefix + subject, heard).catch(() => undefined);
    }
  }

  private isBack(): void {
    for (const listener of this.backListeners) listener();
  }

  onApplicationShutdown(): void {
    for (const one of this.clients) one.destroy();
  }
}

function clientOf(url: string, log: Log) {
  const client = createClient({
    url,
    socket: { reconnectStrategy: (attempts) => Math.min(longestPause, 50 * 2 ** Math.min(attempts, 6)) },
  });
  client.on('error', (error: unknown) => log.warn('redis.away', { error }));
  return client;
}
