import { DyadReader } from '../modules/dyads/dyad.reader.js';
import { Founding } from '../modules/dyads/founding.port.js';
import { Invitations } from '../modules/dyads/invitations.port.js';
import { ConfigurationError } from '../platform/config/config.js';
import { siteAddress } from '../platform/config/site-address.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { PublicRecord } from '../modules/record/record.port.js';
import { FactRelay } from '../platform/events/fact-relay.js';
import { readDyadFile } from './dyad-file.js';
import { withApplication } from './with-application.js';

const invitationDays = 14;

/** Founds a dyad and prints how its first two stewards get in. @throws ConfigurationError naming what is wrong. */
export async function createDyad(file: string): Promise<void> {
  const given = readDyadFile(file);
  await withApplication(async (app, config) => {
    const links = await app.get(UnitOfWork).run('all dyads', async (tx) => {
      const others = await app.get(DyadReader).all(tx);
      if (others.some(({ slug }) => slug === given.slug)) {
        throw new ConfigurationError(`There is a dyad called ${given.slug} already; choose another slug.`);
      }
      const dyadId = await app.get(Founding).found(tx, given);
      const invite = (side: 'a' | 'b') =>
        app
          .get(Invitations)
          .make(tx, { dyadId, side, days: invitationDays, note: 'first steward', issuedBy: null, role: 'steward' });
      return { a: await invite('a'), b: await invite('b') };
    });
    await app.get(FactRelay).idle();
    await app.get(PublicRecord).settled();
    const address = siteAddress(config);
    process.stdout.write(
      `The dyad ${given.slug} is founded. Invitations for its first stewards, each for one use in ${invitationDays} days:\n`,
    );
    for (const of of ['a', 'b'] as const) process.stdout.write(`  side ${of}  ${address}/join#${links[of].token}\n`);
  });
}

export async function listDyads(): Promise<void> {
  await withApplication(async (app) => {
    const dyads = await app.get(UnitOfWork).run('all dyads', (tx) => app.get(DyadReader).all(tx));
    for (const { slug, languages, charterVersion } of dyads) {
      process.stdout.write(`${slug}  ${languages.join(', ')}  charter ${charterVersion}\n`);
    }
  });
}
