import { join } from 'node:path';
import type { Config } from '../../../platform/config/config.js';
import type { EngineId, engineSettings } from '../../../platform/config/engine-settings.js';
import type { OutgoingRequests } from '../../../platform/http/outgoing-requests.js';
import { ApertiumServer } from './apertium-server.js';
import { ApertiumEngine } from './apertium.engine.js';
import { AzureEngine } from './azure.engine.js';
import { DeeplEngine } from './deepl.engine.js';
import { GoogleEngine } from './google.engine.js';
import { LibreTranslateEngine } from './libretranslate.engine.js';
import { OpenAiCompatibleEngine } from './openai-compatible.engine.js';
import { PseudoEngine } from './pseudo.engine.js';
import type { Recipient, TranslationEngine } from './translation-engine.js';

export type EngineConfig = Pick<Config, keyof typeof engineSettings | 'dataDir'>;

/** Who runs the engines that can only be others'. An operator whose contract is with another company says so. */
const usualRecipients = {
  deepl: { name: 'DeepL SE', country: 'DE' },
  'google-v3': { name: 'Google LLC', country: 'US' },
  'azure-v3': { name: 'Microsoft Corporation', country: 'US' },
} as const satisfies Partial<Record<EngineId, Recipient>>;

/** Makes one engine; nothing when the configuration does not say where it is, or with which key. */
type Make = (config: EngineConfig, outgoing: OutgoingRequests) => TranslationEngine | undefined;

const makers: Readonly<Record<EngineId, Make>> = {
  apertium: ({ dataDir }, outgoing) =>
    new ApertiumEngine(join(dataDir, 'apertium'), { server: new ApertiumServer(outgoing) }),
  pseudo: () => new PseudoEngine(),
  libretranslate: ({ LIBRETRANSLATE_URL: baseUrl, LIBRETRANSLATE_API_KEY: apiKey, ...config }, outgoing) =>
    baseUrl === undefined
      ? undefined
      : new LibreTranslateEngine(baseUrl, outgoing, apiKey, config.TRANSLATION_RECIPIENTS.libretranslate),
  deepl: ({ DEEPL_URL: baseUrl, DEEPL_API_KEY: apiKey, ...config }, outgoing) =>
    apiKey === undefined
      ? undefined
      : new DeeplEngine(
          { baseUrl, apiKey, recipient: config.TRANSLATION_RECIPIENTS.deepl ?? usualRecipients.deepl },
          outgoing,
        ),
  'google-v3': ({ GOOGLE_TRANSLATE_CREDENTIALS: credentials, ...config }, outgoing) =>
    credentials === undefined
      ? undefined
      : new GoogleEngine(
          {
            baseUrl: config.GOOGLE_TRANSLATE_URL,
            credentials,
            location: config.GOOGLE_TRANSLATE_LOCATION,
            recipient: config.TRANSLATION_RECIPIENTS['google-v3'] ?? usualRecipients['google-v3'],
          },
          outgoing,
        ),
  'azure-v3': ({ AZURE_TRANSLATOR_KEY: apiKey, ...config }, outgoing) =>
    apiKey === undefined
      ? undefined
      : new AzureEngine(
          {
            baseUrl: config.AZURE_TRANSLATOR_URL,
            apiKey,
            region: config.AZURE_TRANSLATOR_REGION,
            recipient: config.TRANSLATION_RECIPIENTS['azure-v3'] ?? usualRecipients['azure-v3'],
          },
          outgoing,
        ),
  'openai-compatible': (config, outgoing) => {
    const { OPENAI_COMPATIBLE_URL: baseUrl, OPENAI_COMPATIBLE_MODEL: model } = config;
    if (baseUrl === undefined || model === undefined) return undefined;
    const isOurs = config.OPENAI_COMPATIBLE_SELF_HOSTED === 'yes';
    const recipient = isOurs ? undefined : config.TRANSLATION_RECIPIENTS['openai-compatible'];
    return new OpenAiCompatibleEngine(
      { baseUrl, apiKey: config.OPENAI_COMPATIBLE_API_KEY, model, isOurs, recipient },
      outgoing,
    );
  },
};

/** The engines that the configuration names and that are there, in its order. */
export function configuredEngines(config: EngineConfig, outgoing: OutgoingRequests): TranslationEngine[] {
  return config.TRANSLATION_ENGINES.map((name) => makers[name](config, outgoing)).filter((made) => made !== undefined);
}
