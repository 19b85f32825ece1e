import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { charterArticle, disclosureView } from '../../shared/dyads/dyad.schema.js';
import { slug } from '../../shared/language/fields.js';
import { DyadReader } from '../modules/dyads/dyad.reader.js';
import { Founding } from '../modules/dyads/founding.port.js';
import { Invitations } from '../modules/dyads/invitations.port.js';
import { ConfigurationError } from '../platform/config/config.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { FactRelay } from '../platform/events/fact-relay.js';
import { withApplication } from './with-application.js';

const texts = z.record(z.string(), z.string().min(1));
const side = z.strictObject({ label: texts, language: z.string().min(2).max(8) });

/** The file of a new dyad; `docs/how-to/found-a-dyad.md` explains it. */
const newDyad = z.strictObject({
  slug,
  name: texts,
  purpose: texts,
  sides: z.strictObject({ a: side, b: side }),
  bridgeLanguage: z.string().optional(),
  charter: z.array(charterArticle.strict()).min(1),
  disclosures: z.array(disclosureView.pick({ kind: true, title: true, body: true }).strict()).default([]),
});

const invitationDays = 14;

/** Founds a dyad and prints how its first two stewards get in. @throws ConfigurationError naming what is wrong. */
export async function createDyad([file]: readonly string[]): Promise<void> {
  if (file === undefined) throw new ConfigurationError('dyad create needs the name of a JSON file.');
  const given = readDyad(file);
  await withApplication(async (app, config) => {
    const links = await app.get(UnitOfWork).run('all dyads', async (tx) => {
      const dyadId = await app.get(Founding).found(tx, given);
      const invite = (of: 'a' | 'b') =>
        app
          .get(Invitations)
          .make(tx, { dyadId, side: of, days: invitationDays, note: 'first steward', issuedBy: null, role: 'steward' });
      return { a: await invite('a'), b: await invite('b') };
    });
    await app.get(FactRelay).idle();
    const address = config.PUBLIC_URL ?? 'http://localhost:3000';
    process.stdout.write(
      `The dyad ${given.slug} is founded. Invitations for its first stewards, each for one use in ${invitationDays} days:\n`,
    );
    for (const of of ['a', 'b'] as const) process.stdout.write(`  side ${of}  ${address}/join#${links[of].token}\n`);
  });
}

function readDyad(file: string): z.output<typeof newDyad> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigurationError(`${file} cannot be read.`);
  }
  try {
    return newDyad.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : 'it is not JSON';
    throw new ConfigurationError(`${file} does not describe a dyad:\n${why}`);
  }
}

export async function listDyads(): Promise<void> {
  await withApplication(async (app) => {
    const dyads = await app.get(UnitOfWork).run('all dyads', (tx) => app.get(DyadReader).all(tx));
    for (const { slug: name, languages, charterVersion } of dyads) {
      process.stdout.write(`${name}  ${languages.join(', ')}  charter ${charterVersion}\n`);
    }
  });
}
