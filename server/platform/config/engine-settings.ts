import { z } from 'zod';
import { list, url } from './setting-forms.js';

/** The translation engines that there are adapters for, by the names they are configured and stored under. */
export const engineIds = [
  'apertium',
  'libretranslate',
  'deepl',
  'google-v3',
  'azure-v3',
  'openai-compatible',
  'pseudo',
] as const;
export type EngineId = (typeof engineIds)[number];

/** Who gets the texts of an engine of others: a name that people can look up, and a country (ISO 3166-1, two letters). */
const recipient = z.object({ name: z.string().min(1).max(80), country: z.string().regex(/^[A-Z]{2}$/) });
export type RecipientSetting = z.infer<typeof recipient>;

/** Installations of LibreTranslate that are others': what is sent there has left the house, whoever pays for the key. */
const publicLibreTranslate = /(?:^|\.)libretranslate\.(?:com|de|org)$/;

/** Whether what is sent to a LibreTranslate gets to somebody else. */
export const isPublicLibreTranslate = (address: string): boolean =>
  publicLibreTranslate.test(new URL(address).hostname);

/** `engine=value` several times, with commas between them; each engine once. */
const byEngine = <Value>(value: (text: string) => z.ZodSafeParseResult<Value>, form: string) =>
  list('').transform((parts, context): Partial<Record<EngineId, Value>> => {
    const read: Partial<Record<EngineId, Value>> = {};
    for (const part of parts) {
      const at = part.indexOf('=');
      const engine = engineIds.find((one) => one === part.slice(0, at).trim());
      const { data } = value(part.slice(at + 1).trim());
      if (engine === undefined || data === undefined || read[engine] !== undefined) {
        context.addIssue({ code: 'custom', message: `must be ${form}, each engine once, with commas` });
        return z.NEVER;
      }
      read[engine] = data;
    }
    return read;
  });

/** What is used of the key file of a service account, as Google gives it. */
const googleKeyFile = z.object({
  project_id: z.string().min(1),
  client_email: z.string().min(1),
  private_key: z.string().includes('PRIVATE KEY'),
  token_uri: url(['https', 'http']),
});

function googleCredentials(text: string, context: z.RefinementCtx) {
  const { data } = googleKeyFile.safeParse(jsonOf(text));
  if (!data) {
    context.addIssue({ code: 'custom', message: 'must be the JSON of the key file of a service account' });
    return z.NEVER;
  }
  return {
    projectId: data.project_id,
    clientEmail: data.client_email,
    privateKey: data.private_key,
    tokenUri: data.token_uri,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The settings of translation engines. */
export const engineSettings = {
  TRANSLATION_ENGINES: list('apertium,libretranslate')
    .pipe(z.array(z.enum(engineIds, `may name ${engineIds.join(', ')}, with commas`)))
    .meta({
      description:
        'Engines to use where found, in this order; those of others come last and need the consent of both sides. pseudo is for tests: it only marks the text.',
    }),
  TRANSLATION_BUDGETS: byEngine(
    (text) => z.coerce.number().int().min(1).safeParse(text),
    'engine=characters a month',
  ).meta({
    description:
      'The most characters that an engine gets in a calendar month (UTC), of all dyads together. Not named: no limit.',
    example: 'deepl=500000,google-v3=200000',
  }),
  TRANSLATION_RECIPIENTS: byEngine((text) => {
    const at = text.lastIndexOf('/');
    return recipient.safeParse({ name: text.slice(0, at).trim(), country: text.slice(at + 1).trim() });
  }, 'engine=name/country, the country in two letters').meta({
    description:
      'Who gets the texts of an engine of others, as people are told before they consent. Required for an openai-compatible server that is not your own and for a public LibreTranslate; known for the others.',
    example: 'openai-compatible=Example Cloud/FR',
  }),
  LIBRETRANSLATE_URL: url(['https', 'http'])
    .optional()
    .meta({ description: 'A LibreTranslate server you run yourself.', example: 'http://libretranslate:5000' }),
  LIBRETRANSLATE_API_KEY: z.string().optional().meta({ description: 'Its key, when it asks for one.' }),
  DEEPL_URL: url(['https', 'http']).default('https://api.deepl.com').meta({
    description: 'Address of DeepL; plans without payment have their own.',
    example: 'https://api-free.deepl.com',
  }),
  DEEPL_API_KEY: z.string().optional().meta({ description: 'Key for DeepL. Not set: it is not used.' }),
  GOOGLE_TRANSLATE_URL: url(['https', 'http']).default('https://translation.googleapis.com').meta({
    description: 'Address of Google Cloud Translation.',
    example: 'https://translate-eu.googleapis.com',
  }),
  GOOGLE_TRANSLATE_CREDENTIALS: z.string().transform(googleCredentials).optional().meta({
    description: 'The JSON of the key file of a service account that may translate. Not set: Google is not used.',
  }),
  GOOGLE_TRANSLATE_LOCATION: z
    .string()
    .default('global')
    .meta({ description: 'Where Google processes the texts.', example: 'europe-west1' }),
  AZURE_TRANSLATOR_URL: url(['https', 'http']).default('https://api.cognitive.microsofttranslator.com').meta({
    description: 'Address of Azure Translator.',
    example: 'https://api-eur.cognitive.microsofttranslator.com',
  }),
  AZURE_TRANSLATOR_KEY: z.string().optional().meta({ description: 'Key for Azure Translator. Not set: not used.' }),
  AZURE_TRANSLATOR_REGION: z
    .string()
    .optional()
    .meta({ description: 'Region of that resource, unless it is global.', example: 'westeurope' }),
  OPENAI_COMPATIBLE_URL: url(['https', 'http']).optional().meta({
    description: 'What chat/completions is below, at a server of a large language model.',
    example: 'http://vllm:8000/v1',
  }),
  OPENAI_COMPATIBLE_API_KEY: z.string().optional().meta({ description: 'Its key, when it asks for one.' }),
  OPENAI_COMPATIBLE_MODEL: z
    .string()
    .optional()
    .meta({ description: 'The model it is asked for. Required with OPENAI_COMPATIBLE_URL.' }),
  OPENAI_COMPATIBLE_SELF_HOSTED: z
    .enum(['yes', 'no'], 'must be yes or no')
    .default('no')
    .meta({ description: 'Whether you run that server yourself. If not, texts go there only as both sides consent.' }),
} as const;

type EngineValues = z.output<z.ZodObject<typeof engineSettings>>;

/** What does not go together, as the name of a setting and what it must be. */
export function engineComplaints(values: EngineValues): [keyof typeof engineSettings, string][] {
  const others: EngineId[] = [
    ...(values.OPENAI_COMPATIBLE_URL && values.OPENAI_COMPATIBLE_SELF_HOSTED === 'no'
      ? ['openai-compatible' as const]
      : []),
    ...(values.LIBRETRANSLATE_URL && isPublicLibreTranslate(values.LIBRETRANSLATE_URL)
      ? ['libretranslate' as const]
      : []),
  ];
  return [
    ...others
      .filter((engine) => !values.TRANSLATION_RECIPIENTS[engine])
      .map((engine): ['TRANSLATION_RECIPIENTS', string] => [
        'TRANSLATION_RECIPIENTS',
        `must say who gets the texts of ${engine}`,
      ]),
    ...(values.OPENAI_COMPATIBLE_URL && !values.OPENAI_COMPATIBLE_MODEL
      ? [
          ['OPENAI_COMPATIBLE_MODEL', 'is required with OPENAI_COMPATIBLE_URL'] satisfies [
            'OPENAI_COMPATIBLE_MODEL',
            string,
          ],
        ]
      : []),
  ];
}
