import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import type { Tx } from '../database/tx.js';
import { Log } from '../logging/log.js';

const channel = 'entente_rights';
const retryMilliseconds = 500;

/** Called with the account whose rights changed, or with nothing when changes may have been missed. */
type Listener = (accountId: string | undefined) => void;

/**
 * Tells every node, at the moment of the commit, whose rights changed, so that open connections and cached rights end
 * with the right itself. PostgreSQL carries the word to the other nodes (NOTIFY is part of the transaction); the node
 * that committed knows before it answers, so that whoever changed something finds it changed with their next request.
 */
@Injectable()
export class RightsWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listeners: Listener[] = [];
  private readonly ofThings = new Map<string, (id: string) => void>();
  private readonly node = randomUUID();
  private client: Client | undefined;
  private stopped = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly log: Log,
  ) {}

  /** Says, with the transaction, that this account's sessions, roles, side or consent are not what they were. */
  async announce(tx: Tx, accountId: string): Promise<void> {
    await this.say(tx, accountId);
  }

  /** Says that everybody's rights are to be looked at again: a new charter, for instance. */
  async announceAll(tx: Tx): Promise<void> {
    await this.say(tx, '');
  }

  /** Says, with the transaction, that rights in one thing of a kind are not what they were. */
  async announceOf(tx: Tx, kind: string, id: string): Promise<void> {
    await this.say(tx, `${kind}:${id}`);
  }

  /** Called with the thing of this kind in which rights changed; what may have been missed is told to `onChange`. */
  onChangeOf(kind: string, listener: (id: string) => void): void {
    this.ofThings.set(kind, listener);
  }

  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.databaseUrl, keepAlive: true });
    client.on('error', () => this.relisten());
    client.on('notification', ({ payload = '' }) => {
      const [node, word = ''] = payload.split(' ');
      if (node !== this.node) this.heard(word);
    });
    this.client = client;
    await client.connect();
    await client.query(`listen ${channel}`);
  }

  /** The connection broke: whatever was said meanwhile was missed, so everything is looked at again. */
  private relisten(): void {
    if (this.stopped) return;
    this.client?.removeAllListeners('error').on('error', () => undefined);
    setTimeout(() => {
      if (this.stopped) return;
      this.listen().then(
        () => this.tell(undefined),
        (error: unknown) => {
          this.log.warn('rights.watch_lost', { error });
          this.relisten();
        },
      );
    }, retryMilliseconds).unref();
  }

  private async say(tx: Tx, word: string): Promise<void> {
    await tx.query(`select pg_notify('${channel}', $1)`, [`${this.node} ${word}`]);
    tx.afterCommit(() => this.heard(word));
  }

  private heard(word: string): void {
    const at = word.indexOf(':');
    if (at < 0) this.tell(word || undefined);
    else this.ofThings.get(word.slice(0, at))?.(word.slice(at + 1));
  }

  private tell(accountId: string | undefined): void {
    for (const listener of this.listeners) listener(accountId);
  }
}
