import { z } from 'zod';
import { slug } from '../../shared/language/fields.js';
import { requesters } from '../../shared/moderation/transparency/transparency.rules.js';
import { DyadReader } from '../modules/dyads/dyad.reader.js';
import { OutsideRequests } from '../modules/moderation/outside-requests.port.js';
import { StatementErasure } from '../modules/moderation/statement-erasure.port.js';
import { ConfigurationError } from '../platform/config/config.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { isId } from '../platform/ids/ids.js';
import { withApplication } from './with-application.js';

const outsideRequest = z.tuple([slug, z.enum(requesters), z.enum(['a', 'b'])]);

/**
 * Counts a request of a government or a party that something be restricted: `bg-mk:government:a`.
 * @throws ConfigurationError for what is written otherwise, or names no dyad
 */
export async function countRequest(written: string): Promise<void> {
  const parsed = outsideRequest.safeParse(written.split(':'));
  if (!parsed.success)
    throw new ConfigurationError(`${written} is not written like bg-mk:government:a or bg-mk:party:b.`);
  const [dyad, requester, side] = parsed.data;
  await withApplication(async (app) => {
    const unitOfWork = app.get(UnitOfWork);
    const dyads = await unitOfWork.run('all dyads', (tx) => app.get(DyadReader).all(tx));
    const found = dyads.find((one) => one.slug === dyad);
    if (!found) throw new ConfigurationError(`There is no dyad ${dyad}.`);
    await unitOfWork.run({ dyadId: found.id }, (tx) => app.get(OutsideRequests).count(tx, found.id, requester, side));
    process.stdout.write(`${dyad}  one request more, of a ${requester} of side ${side}\n`);
  });
}

/**
 * Destroys what a statement of reasons says, and what would open the commitment to it.
 * @throws ConfigurationError where there is no such statement
 */
export async function eraseStatement(id: string): Promise<void> {
  await withApplication(async (app) => {
    const erase = () => app.get(UnitOfWork).run('all dyads', (tx) => app.get(StatementErasure).erase(tx, id));
    if (!isId(id) || !(await erase())) throw new ConfigurationError(`There is no statement of reasons ${id}.`);
    process.stdout.write(`${id}  words and salt are destroyed\n`);
  });
}
