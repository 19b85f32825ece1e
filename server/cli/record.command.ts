import { z } from 'zod';
import { slug } from '../../shared/language/fields.js';
import { recordErasure, type RecordErasure } from '../../shared/record/erasure.schema.js';
import { revocationReasons } from '../../shared/record/key.rules.js';
import { RecordErasures } from '../modules/record/record-erasure.port.js';
import { RecordKeys } from '../modules/record/record-keys.port.js';
import { PublicRecord } from '../modules/record/record.port.js';
import { ConfigurationError } from '../platform/config/config.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Given } from './command.js';
import { inDyad } from './in-dyad.js';

const entry = z.tuple([slug, z.string().regex(/^\d{1,10}$/)]);

/**
 * Destroys texts of the public record without asking stewards: an order of a court, or of a person about themselves, does
 * not wait for them. The log says so as it does when they agree.
 * @throws ConfigurationError for what is written otherwise, names no entry, or has nothing to erase
 */
export async function eraseFromRecord(given: Given): Promise<void> {
  const [dyad, erasure] = asked(given);
  await inDyad(dyad, async (app, { id }) => {
    const erasing = app.get(RecordErasures);
    await app.get(UnitOfWork).run({ dyadId: id }, (tx) => erasing.erase(tx, id, erasure, { side: 'platform' }));
    await app.get(PublicRecord).settled();
    process.stdout.write(`${given.parameter}  destroyed; the record says so, and on what ground\n`);
  });
}

/**
 * Gives the log of a dyad a new key.
 * @throws ConfigurationError as long as two keys sign, and where there is no new key to be had
 */
export async function rotateKey({ parameter }: Given): Promise<void> {
  await inDyad(parameter, async (app, { id }) => {
    const keys = app.get(RecordKeys);
    const { oldKey, newKey, retiresOn } = await app.get(UnitOfWork).run({ dyadId: id }, (tx) => keys.rotate(tx, id));
    await app.get(PublicRecord).settled();
    process.stdout.write(`new  ${newKey}\nold  ${oldKey}  signs no more from ${retiresOn} on\n`);
  });
}

const revocation = z.enum(revocationReasons);

/**
 * Has a key of the log of a dyad sign no more, at once.
 * @throws ConfigurationError for another reason than the two that there are, and for a key that does not sign this log
 */
export async function revokeKey(given: Given): Promise<void> {
  const reason = revocation.safeParse(given.needed('--reason'));
  if (!reason.success) throw new ConfigurationError(`The reason is ${revocationReasons.join(' or ')}.`);
  await inDyad(given.parameter, async (app, { id }) => {
    const keys = app.get(RecordKeys);
    const goesOn = await app
      .get(UnitOfWork)
      .run({ dyadId: id }, (tx) => keys.revoke(tx, id, given.needed('--key'), reason.data));
    await app.get(PublicRecord).settled();
    const what = goesOn
      ? 'another key goes on signing'
      : `no key is left, and nothing new is signed before: entente record rotate-key ${given.parameter}`;
    process.stdout.write(`revoked; ${what}\n`);
  });
}

function asked(given: Given): [dyad: string, erasure: RecordErasure] {
  const named = entry.safeParse(given.parameter.split(':'));
  if (!named.success) throw new ConfigurationError(`${given.parameter} is not written like bg-mk:12.`);
  const [dyad, number] = named.data;
  const paths = given.values('--path');
  const erasure = recordErasure.safeParse({ entry: Number(number), paths, ground: given.needed('--ground') });
  if (!erasure.success)
    throw new ConfigurationError('The ground is art17, court or safety; a path is written like title.bg.');
  return [dyad, erasure.data];
}
