import type { OnApplicationShutdown } from '@nestjs/common';
import { Client, DatabaseError } from 'pg';
import type { Log } from '../logging/log.js';
import { applicationRole } from './tables.js';

const answerWithinMilliseconds = 20_000;

/**
 * One connection kept for a writer that commits many times a second, each time with a single statement, which is its own
 * transaction. It sees all dyads. A connection that breaks is made anew with the next statement.
 */
export class PinnedConnection implements OnApplicationShutdown {
  private client: Promise<Client> | undefined;
  private current: Client | undefined;
  private readonly names = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly log: Log,
  ) {}

  /** @throws what the database says; whether a statement that failed took effect is then unknown */
  async query<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    this.client ??= this.connect();
    const client = await this.client;
    const sql = { name: this.nameOf(text), text, values: [...parameters] };
    try {
      return (await client.query<Row & object>(sql)).rows;
    } catch (error) {
      // Unless the database itself said no, the line is of no use any more.
      if (!(error instanceof DatabaseError)) this.drop(client);
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  /** What has a name is read and planned once for each connection. */
  private nameOf(text: string): string {
    const name = this.names.get(text) ?? `pinned_${this.names.size}`;
    this.names.set(text, name);
    return name;
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'entente',
      keepAlive: true,
      // A line that is dead without saying so does not hold up the writer for ever.
      query_timeout: answerWithinMilliseconds,
      options: `-c role=${applicationRole} -c statement_timeout=15000 -c lock_timeout=5000 -c app.dyad=*`,
    });
    client.on('error', (error) => {
      this.log.warn('database.connection_lost', { error });
      this.drop(client);
    });
    this.current = client;
    try {
      await client.connect();
    } catch (error) {
      this.drop(client);
      throw error;
    }
    return client;
  }

  /** The next statement makes a new connection, unless there is a newer one already. */
  private drop(client: Client): void {
    if (this.current === client) this.client = undefined;
    void client.end().catch(() => undefined);
  }
}
