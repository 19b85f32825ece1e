import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import { Log } from '../logging/log.js';
import { LiveChannel } from './live-channel.js';

/**
 * Carries live signals between nodes when a Redis is configured. It is a hint and nothing more: what was lost while it
 * was away is fetched by sequence number from PostgreSQL.
 */
@Injectable()
export class RedisBridge implements OnApplicationBootstrap, OnApplicationShutdown {
  private client: { destroy(): void } | undefined;

  constructor(
    private readonly url: string | undefined,
    private readonly channel: LiveChannel,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.url === undefined) return;
    const client = createClient({ url: this.url });
    client.on('error', (error: unknown) => this.log.warn('redis.away', { error }));
    this.client = client;
    await client.connect();
    this.channel.io.adapter(createAdapter(client));
  }

  onApplicationShutdown(): void {
    // Not `close`, which waits for answers of a Redis that may be away.
    this.client?.destroy();
  }
}
