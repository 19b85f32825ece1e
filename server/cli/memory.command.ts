import { createWriteStream } from 'node:fs';
import { basename, extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { interchangeLimits, type MemoryFormat } from '../../shared/translation/interchange.rules.js';
import type { ImportReport } from '../../shared/translation/interchange.schema.js';
import { MemoryInterchange } from '../modules/translation/memory-interchange.port.js';
import { ConfigurationError } from '../platform/config/config.js';
import { inDyad } from './in-dyad.js';
import { readText } from './text-of-file.js';

const formats: Readonly<Record<string, MemoryFormat>> = {
  '.tmx': 'tmx',
  '.xlf': 'xliff',
  '.xliff': 'xliff',
  '.csv': 'csv',
};

/**
 * Brings a file into the memory of a dyad, and prints what came of it.
 * @param given `DYAD:FILE`
 * @param isByPeople whoever runs the server says that people translated it
 * @throws ConfigurationError saying why nothing of the file was kept
 */
export async function importMemory(given: string, isTrial: boolean, isByPeople: boolean): Promise<void> {
  const [slug = '', ...rest] = given.split(':');
  const path = rest.join(':');
  const format = formatOf(path);
  const file = { format, fileName: basename(path), text: readText(path, interchangeLimits.bytes), isByPeople };
  await inDyad(slug, async (app, { id }) => {
    const told = (rows: number) => process.stderr.write(`${rows} rows read\n`);
    process.stdout.write(inWords(await app.get(MemoryInterchange).bring(id, file, isTrial, told), isTrial));
  });
}

/** Writes the memory of a dyad into a file. @param given `DYAD:FROM:TO:FILE` @throws ConfigurationError */
export async function exportMemory(given: string): Promise<void> {
  const [slug = '', source = '', target = '', ...rest] = given.split(':');
  const path = rest.join(':');
  const format = formatOf(path);
  await inDyad(slug, async (app, { id, languages }) => {
    if (![source, target].every((one) => languages.includes(one)))
      throw new ConfigurationError(`People write in ${languages.join(', ')} in the dyad ${slug}.`);
    await pipeline(app.get(MemoryInterchange).write(id, { source, target }, format), createWriteStream(path));
    process.stdout.write(`The memory from ${source} into ${target} stands in ${path}.\n`);
  });
}

function formatOf(path: string): MemoryFormat {
  const format = formats[extname(path).toLowerCase()];
  if (!format) throw new ConfigurationError(`"${path}" ends with none of ${Object.keys(formats).join(', ')}.`);
  return format;
}

const inWords = ({ rows, added, repeated, left, problems }: ImportReport, isTrial: boolean): string =>
  [
    `${rows} rows: ${added} entries ${isTrial ? 'would be' : 'are'} new, ${repeated} were there before, ${left} rows are left out.`,
    ...problems.map(({ line, problem }) => `  line ${line}: ${problem}`),
    ...(left > problems.length ? [`  and ${left - problems.length} more`] : []),
    '',
  ].join('\n');
