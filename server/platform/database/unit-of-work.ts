import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Failure } from '../../../shared/contract/failure.js';
import type { Idempotency } from '../../../shared/contract/contract.js';
import type { Permit } from '../access/permit.js';
import { Clock } from '../clock/clock.js';
import { Tx, type Scope } from './tx.js';

/** Whose key it is: keys of two people never meet. A member's permit also learns that the call only repeats another. */
export type KeyOwner = string | Permit;

const nameOf = (owner: KeyOwner): string => (typeof owner === 'string' ? owner : owner.member.memberId);

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What row level security is told; it is no parameter, so nothing but an id may get there. */
function nameOfScope(scope: Scope): string {
  if (scope === 'all dyads') return '*';
  if (!uuid.test(scope.dyadId)) throw new Error('The scope of a transaction is no id of a dyad');
  return scope.dyadId;
}

@Injectable()
export class UnitOfWork implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs a use case in one transaction. The database shows it only rows of its scope (row level security), and
   * everything it does is committed together or not at all.
   */
  async run<Result>(scope: Scope, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    try {
      const tx = new Tx(runner.manager, scope);
      // In one message: a driver that gets two waits for the answer to the first before it sends the second.
      await runner.query(`begin; set local app.dyad = '${nameOfScope(scope)}'`);
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (error) {
      await runner.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Closes the connections, when nothing can need them any more. */
  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /**
   * The same, at most once per key: a repeated call with the same key and the same request gets the first answer
   * again, also when both arrive at the same moment (the second waits for the first on the primary key).
   * @throws Failure `request.key_reused` when the key was used for something else.
   */
  async once<Result>(
    scope: { readonly dyadId: string },
    owner: KeyOwner,
    idempotency: Idempotency,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    return this.run(scope, async (tx) => {
      const claimed = await tx.one(
        `insert into idempotency_key (owner, key, dyad_id, fingerprint, used_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing returning key`,
        [nameOf(owner), idempotency.key, scope.dyadId, idempotency.fingerprint, this.clock.now()],
      );
      if (!claimed) return this.earlierAnswer<Result>(tx, owner, idempotency);
      const result = await work(tx);
      await tx.query(`update idempotency_key set answer = $3 where owner = $1 and key = $2`, [
        nameOf(owner),
        idempotency.key,
        JSON.stringify(result ?? null),
      ]);
      return result;
    });
  }

  private async earlierAnswer<Result>(tx: Tx, owner: KeyOwner, idempotency: Idempotency): Promise<Result> {
    const earlier = await tx.one<{ fingerprint: string; answer: Result }>(
      `select fingerprint, answer from idempotency_key where owner = $1 and key = $2`,
      [nameOf(owner), idempotency.key],
    );
    if (earlier?.fingerprint !== idempotency.fingerprint) throw new Failure('request.key_reused');
    if (typeof owner !== 'string') owner.repeats();
    return earlier.answer;
  }
}
