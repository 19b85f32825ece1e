import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Failure } from '../../shared/contract/failure.js';
import { DyadReader, type DyadProfile } from '../modules/dyads/dyad.reader.js';
import { ConfigurationError } from '../platform/config/config.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Sentences } from '../platform/i18n/sentences.js';
import { withApplication } from './with-application.js';

/** Works in a dyad. A person reads what a command prints, and no code. @throws ConfigurationError */
export async function inDyad(
  slug: string,
  work: (app: NestFastifyApplication, dyad: DyadProfile) => Promise<void>,
): Promise<void> {
  await withApplication(async (app) => {
    const dyads = await app.get(UnitOfWork).run('all dyads', (tx) => app.get(DyadReader).all(tx));
    const dyad = dyads.find((one) => one.slug === slug);
    if (!dyad) throw new ConfigurationError(`There is no dyad ${slug}.`);
    try {
      await work(app, dyad);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      throw new ConfigurationError(app.get(Sentences).failure('en', error.code, error.params));
    }
  });
}
