import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';
import type { EntityManager } from 'typeorm';

/** Where a transaction may look: inside one dyad, or (platform jobs and identity only) across all. */
export type Scope = { readonly dyadId: string } | 'all dyads';

/** A running transaction. Every repository method takes one first, so that no write can forget it. */
export class Tx {
  private readonly withCommit: ((connection: PoolClient) => Promise<unknown>)[] = [];
  private readonly afterwards: (() => void)[] = [];

  constructor(
    readonly manager: EntityManager,
    readonly scope: Scope,
  ) {}

  /** Runs one parameterised statement and returns its rows. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const answer: unknown = await this.manager.query(sql, [...parameters]);
    return rowsOf<Row>(answer);
  }

  /** The single row of a statement, or nothing. */
  async one<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(sql, parameters))[0];
  }

  /**
   * The same for a statement that is run very often: the database plans it once a connection and keeps the plan. Only for
   * texts that are written in the code as they are, since what is kept is never let go.
   */
  async prepared<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await asked(await this.connection(), sql, parameters);
    return rows as Row[];
  }

  /**
   * Registers a statement that goes to the database in one message with the commit: whoever writes waits for it no longer
   * than for the commit itself. Prepared, as the above. Nothing in the transaction sees what it does, and where it fails,
   * nothing is committed.
   */
  atCommit(sql: string, parameters: readonly unknown[]): void {
    this.withCommit.push((connection) => asked(connection, sql, parameters));
  }

  /** Runs a part that may fail without the whole: what it did is undone, and the transaction goes on. */
  async apart<Result>(work: () => Promise<Result>): Promise<Result> {
    const [written, registered] = [this.withCommit.length, this.afterwards.length];
    await this.query('savepoint apart');
    try {
      const result = await work();
      await this.query('release savepoint apart');
      return result;
    } catch (error) {
      await this.query('rollback to savepoint apart');
      this.withCommit.length = written;
      this.afterwards.length = registered;
      throw error;
    }
  }

  /** Looks past the dyad for a moment: for what an account is everywhere, never for anything a member is shown. */
  async acrossDyads<Result>(look: () => Promise<Result>): Promise<Result> {
    if (this.scope === 'all dyads') return look();
    await this.query(`select set_config('app.dyad', '*', true)`);
    const result = await look();
    await this.query(`select set_config('app.dyad', $1, true)`, [this.scope.dyadId]);
    return result;
  }

  /** Registers what must happen only once the transaction is committed. */
  afterCommit(act: () => void): void {
    this.afterwards.push(act);
  }

  /** Called by the unit of work, when everything is done. @throws also where nothing was committed */
  async commit(): Promise<void> {
    const connection = await this.connection();
    const { stream } = connection.connection;
    stream.cork();
    const written = Promise.all(this.withCommit.map((ask) => ask(connection)));
    const committing = connection.query('commit');
    stream.uncork();
    // After a failure, the database makes a rollback of a commit, and calls that a success.
    const [{ command }] = await Promise.all([committing, written]);
    if (command !== 'COMMIT') throw new Error(`The database answered a commit with ${command}`);
    for (const act of this.afterwards) act();
  }

  private async connection(): Promise<PoolClient> {
    return (await this.manager.queryRunner?.connect()) as PoolClient;
  }
}

const asked = (connection: PoolClient, sql: string, parameters: readonly unknown[]): Promise<QueryResult> =>
  connection.query({ name: nameOf(sql), text: sql, values: [...parameters] });

const names = new Map<string, string>();

/** By what a connection knows a statement: the same text has the same name on every one of them. */
function nameOf(sql: string): string {
  const name = names.get(sql) ?? createHash('sha256').update(sql).digest('base64url');
  names.set(sql, name);
  return name;
}

/** TypeORM answers `update … returning` and `delete … returning` as `[rows, count]`, everything else as rows. */
function rowsOf<Row>(answer: unknown): Row[] {
  if (!Array.isArray(answer)) return [];
  const isPair = answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
  return (isPair ? answer[0] : answer) as Row[];
}
