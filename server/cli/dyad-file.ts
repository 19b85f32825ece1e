import { z } from 'zod';
import { charterArticle, disclosureView } from '../../shared/dyads/dyad.schema.js';
import { slug } from '../../shared/language/fields.js';
import { ConfigurationError } from '../platform/config/config.js';
import { readJson } from './read-json.js';

const texts = z.record(z.string(), z.string().trim().min(1));
const language = z.string().min(2).max(8);
const side = z.strictObject({ label: texts, language });
const article = charterArticle.extend({ title: texts, body: texts }).strict();
const disclosure = disclosureView.pick({ kind: true }).extend({ title: texts, body: texts }).strict();

/** The file of a new dyad; `docs/how-to/found-a-dyad.md` explains it. */
const dyadFile = z
  .strictObject({
    slug,
    name: texts,
    purpose: texts,
    sides: z.strictObject({ a: side, b: side }),
    bridgeLanguage: language.optional(),
    charter: z.array(article).min(1),
    disclosures: z.array(disclosure).default([]),
  })
  .superRefine((file, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const languages = [file.sides.a.language, file.sides.b.language];
    if (new Set(languages).size < 2) complain(['sides'], 'the sides have one language each, and not the same');
    const numbers = file.charter.map(({ number }) => number);
    if (new Set(numbers).size < numbers.length) complain(['charter'], 'two articles have the same number');
    for (const { path, text } of bindingTexts(file)) {
      for (const one of languages)
        if (!text[one]) complain([...path, one], "the text in this side's language is missing");
    }
  });

export type DyadFile = z.output<typeof dyadFile>;

/** The texts that speak for both sides, and so are written in the language of each. */
function bindingTexts({ name, purpose, charter, disclosures }: Omit<DyadFile, 'sides' | 'slug'>): {
  path: (string | number)[];
  text: Record<string, string>;
}[] {
  const titled = { charter, disclosures };
  return [
    { path: ['name'], text: name },
    { path: ['purpose'], text: purpose },
    ...Object.entries(titled).flatMap(([part, list]) =>
      list.flatMap(({ title, body }, at) => [
        { path: [part, at, 'title'], text: title },
        { path: [part, at, 'body'], text: body },
      ]),
    ),
  ];
}

const notADyad = 'does not describe a dyad';

/**
 * @param path the file, or `-` for standard input
 * @throws ConfigurationError saying what is wrong with the file, and where.
 */
export function readDyadFile(path: string): DyadFile {
  const { name, given } = readJson(path, notADyad);
  const file = dyadFile.safeParse(given);
  if (!file.success) throw new ConfigurationError(`${name} ${notADyad}:\n${z.prettifyError(file.error)}`);
  return file.data;
}
