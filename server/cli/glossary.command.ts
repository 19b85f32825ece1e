import { createWriteStream } from 'node:fs';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  glossaryFileLimits,
  glossaryFormats,
  type GlossaryFormat,
} from '../../shared/translation/glossary-files.rules.js';
import type { GlossaryFileReport } from '../../shared/translation/glossary-files.schema.js';
import { GlossaryInterchange } from '../modules/translation/glossary-interchange.port.js';
import { ConfigurationError } from '../platform/config/config.js';
import { inDyad } from './in-dyad.js';
import { readText } from './text-of-file.js';

/**
 * Reads a file beside the glossary of a dyad, and prints what it would do. Whoever runs the server has no key of a side, so
 * nothing is brought in: stewards of both sides do that in the glossary.
 * @param given `DYAD:FILE`
 * @throws ConfigurationError saying why the file cannot be read
 */
export async function checkGlossary(given: string): Promise<void> {
  const [slug = '', ...rest] = given.split(':');
  const path = rest.join(':');
  const format = formatOf(path);
  const text = readText(path, glossaryFileLimits.bytes);
  await inDyad(slug, async (app, { id }) => {
    process.stdout.write(inWords(await app.get(GlossaryInterchange).check(id, format, text)));
  });
}

/** Writes the glossary of a dyad into a file. @param given `DYAD:FILE` @throws ConfigurationError */
export async function exportGlossary(given: string): Promise<void> {
  const [slug = '', ...rest] = given.split(':');
  const path = rest.join(':');
  const format = formatOf(path);
  await inDyad(slug, async (app) => {
    await pipeline(await app.get(GlossaryInterchange).write(slug, format), createWriteStream(path));
    process.stdout.write(`The glossary stands in ${path}.\n`);
  });
}

function formatOf(path: string): GlossaryFormat {
  const format = glossaryFormats.find((one) => extname(path).toLowerCase() === `.${one}`);
  if (!format) throw new ConfigurationError(`"${path}" ends with none of .${glossaryFormats.join(', .')}.`);
  return format;
}

const inWords = ({ added, changed, unchanged, left, problems }: GlossaryFileReport): string =>
  [
    `${added} entries would be new, ${changed} would change, ${unchanged} stand so already, ${left} are left out.`,
    ...problems.map(({ line, problem }) => `  line ${line}: ${problem}`),
    ...(left > problems.length ? [`  and ${left - problems.length} more`] : []),
    '',
  ].join('\n');
