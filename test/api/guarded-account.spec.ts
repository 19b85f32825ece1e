import { afterAll, beforeAll, expect, it } from 'vitest';
import { Enrolment } from '../../server/modules/dyads/enrolment.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad, member } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { until } from '../support/live.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** Changes a role and says so; the transaction stays open until it is let go. */
function change(dyadId: string, memberId: string, what: 'grant' | 'revoke', hold: Promise<void>) {
  let changed = (): void => undefined;
  const done = new Promise<void>((resolve) => (changed = resolve));
  const committed = test.app.get(UnitOfWork).run({ dyadId }, async (tx) => {
    await test.app.get(Enrolment).changeRole(tx, memberId, 'moderator', what);
    changed();
    await hold;
  });
  return { done, committed };
}

const someoneWaits = async (): Promise<boolean> =>
  (
    await test.database.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  ).length > 0;

it('SEC-59: an account stays guarded when one dyad takes a role while another is giving one', async () => {
  const [river, bay] = [await foundDyad(test), await foundDyad(test, 'bay')];
  const here = await member(test, river, { roles: ['citizen', 'moderator'] });
  const there = await member(test, bay, { accountId: here.accountId });
  let letGo = (): void => undefined;
  const granted = change(bay.id, there.id, 'grant', new Promise((resolve) => (letGo = resolve)));
  await granted.done;
  const revoked = change(river.id, here.id, 'revoke', Promise.resolve());
  await until(someoneWaits, 2_000);
  letGo();
  await Promise.all([granted.committed, revoked.committed]);
  const rows = await test.database.query(`select guarded from account where id = $1`, [here.accountId]);
  expect(rows).toEqual([{ guarded: true }]);
});
