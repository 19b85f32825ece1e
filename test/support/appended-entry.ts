import { PublicRecord } from '../../server/modules/record/record.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import type { TestDyad } from './actors.js';
import type { TestApp } from './app.js';

/** Hands over an entry about a dyad that tells no text, in a transaction of its own. */
export const appendEntry = ({ app }: Pick<TestApp, 'app'>, { id }: TestDyad, version: number): Promise<void> =>
  app.get(UnitOfWork).run({ dyadId: id }, (tx) =>
    app.get(PublicRecord).append(tx, id, {
      kind: 'charter.adopted',
      subject: id,
      by: { side: 'both' },
      about: { version, articles: 1 },
    }),
  );

/** The same, and waits until it is signed. */
export async function appendSigned(test: TestApp, dyad: TestDyad, version: number): Promise<void> {
  await appendEntry(test, dyad, version);
  await test.settled();
}
