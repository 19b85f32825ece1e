import { DyadReader } from '../modules/dyads/dyad.reader.js';
import { EventLedger, type Examined } from '../modules/moderation/event-ledger.port.js';
import type { Tx } from '../platform/database/tx.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { withApplication } from './with-application.js';

type Examination = (ledger: EventLedger, tx: Tx, dyadId: string) => Promise<Examined>;

/** Reads the events of every dyad, each in a transaction of its own, and prints what was found. */
async function examine(saying: string, look: Examination): Promise<0 | 1> {
  let isWhole = true;
  await withApplication(async (app) => {
    const unitOfWork = app.get(UnitOfWork);
    const dyads = await unitOfWork.run('all dyads', (tx) => app.get(DyadReader).all(tx));
    for (const { id, slug } of dyads) {
      const found = await unitOfWork.run({ dyadId: id }, (tx) => look(app.get(EventLedger), tx, id));
      isWhole &&= found.fault === null;
      const { events, items, fault } = found;
      process.stdout.write(
        `${slug}  ${events} events, ${items} items: ${fault === null ? saying : `broken. ${fault}`}\n`,
      );
    }
  });
  return isWhole ? 0 : 1;
}

/** Checks the chain of moderation events, and that every item stands where its events lead. */
export const verifyModeration = (): Promise<0 | 1> =>
  examine('whole', (ledger, tx, dyadId) => ledger.verify(tx, dyadId));

/** Makes every moderated item anew from its events. */
export const rebuildModeration = (): Promise<0 | 1> =>
  examine('made anew', (ledger, tx, dyadId) => ledger.rebuild(tx, dyadId));
