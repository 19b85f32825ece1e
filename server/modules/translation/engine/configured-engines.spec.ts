import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { readConfig } from '../../../platform/config/config.js';
import { OutgoingRequests } from '../../../platform/http/outgoing-requests.js';
import { configuredEngines } from './configured-engines.js';

const outgoing = new OutgoingRequests([], { warn: () => undefined });
const read = (settings: Record<string, string>) =>
  readConfig({ ENTENTE_SECRET: 'only-for-tests-0123456789-abcdefghij', ...settings });
const enginesOf = (settings: Record<string, string>) => configuredEngines(read(settings), outgoing);
const idsOf = (settings: Record<string, string>): string[] => enginesOf(settings).map(({ id }) => id);

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keyFile = JSON.stringify({
  type: 'service_account',
  project_id: 'entente',
  client_email: 'translator@entente.example',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  token_uri: 'https://oauth2.example/token',
});

it('no engine of others is there without a key, and none that is not named', () => {
  const all = 'apertium,libretranslate,deepl,google-v3,azure-v3,openai-compatible,pseudo';
  expect(idsOf({ TRANSLATION_ENGINES: all })).toEqual(['apertium', 'pseudo']);
  expect(idsOf({ TRANSLATION_ENGINES: 'apertium,pseudo', DEEPL_API_KEY: 'key' })).toEqual(['apertium', 'pseudo']);
  expect(idsOf({ TRANSLATION_ENGINES: 'pseudo,libretranslate', LIBRETRANSLATE_URL: 'http://127.0.0.1:5000' })).toEqual([
    'pseudo',
    'libretranslate',
  ]);
});

it('engines of others name who gets the texts, as the operator says or as everybody knows', () => {
  const keys = { DEEPL_API_KEY: 'key', AZURE_TRANSLATOR_KEY: 'key', GOOGLE_TRANSLATE_CREDENTIALS: keyFile };
  const found = enginesOf({
    TRANSLATION_ENGINES: 'deepl,google-v3,azure-v3',
    TRANSLATION_RECIPIENTS: 'google-v3=Google Cloud EMEA Limited/IE',
    ...keys,
  });
  expect(found.map(({ id, egress, recipient }) => [id, egress, recipient])).toEqual([
    ['deepl', 'third-party', { name: 'DeepL SE', country: 'DE' }],
    ['google-v3', 'third-party', { name: 'Google Cloud EMEA Limited', country: 'IE' }],
    ['azure-v3', 'third-party', { name: 'Microsoft Corporation', country: 'US' }],
  ]);
});

it('a language model is of others unless the operator says that it is their own', () => {
  const model = {
    TRANSLATION_ENGINES: 'openai-compatible',
    OPENAI_COMPATIBLE_URL: 'http://127.0.0.1:8000/v1',
    OPENAI_COMPATIBLE_MODEL: 'm',
  };
  expect(() => read(model)).toThrow('TRANSLATION_RECIPIENTS must say who gets the texts of openai-compatible');
  const [others] = enginesOf({ ...model, TRANSLATION_RECIPIENTS: 'openai-compatible=Example Cloud/FR' });
  expect(others).toMatchObject({ egress: 'third-party', recipient: { name: 'Example Cloud', country: 'FR' } });
  const [own] = enginesOf({ ...model, OPENAI_COMPATIBLE_SELF_HOSTED: 'yes' });
  expect(own).toMatchObject({ egress: 'self-hosted', recipient: undefined });
});

it.each([
  [{ TRANSLATION_BUDGETS: 'deepl' }, 'TRANSLATION_BUDGETS must be engine=characters a month'],
  [{ TRANSLATION_BUDGETS: 'deepl=0' }, 'TRANSLATION_BUDGETS must be engine=characters a month'],
  [{ TRANSLATION_BUDGETS: 'deepl=1,deepl=2' }, 'TRANSLATION_BUDGETS must be engine=characters a month'],
  [{ TRANSLATION_BUDGETS: 'babel=5' }, 'TRANSLATION_BUDGETS must be engine=characters a month'],
  [{ TRANSLATION_RECIPIENTS: 'deepl=DeepL SE' }, 'TRANSLATION_RECIPIENTS must be engine=name/country'],
  [{ TRANSLATION_RECIPIENTS: 'deepl=DeepL SE/Germany' }, 'TRANSLATION_RECIPIENTS must be engine=name/country'],
  [{ TRANSLATION_ENGINES: 'babel' }, 'may name apertium, libretranslate, deepl'],
  [{ GOOGLE_TRANSLATE_CREDENTIALS: 'a-key' }, 'GOOGLE_TRANSLATE_CREDENTIALS must be the JSON of the key file'],
  [{ GOOGLE_TRANSLATE_CREDENTIALS: '{}' }, 'GOOGLE_TRANSLATE_CREDENTIALS must be the JSON of the key file'],
  [{ LIBRETRANSLATE_URL: 'https://libretranslate.com' }, 'must say who gets the texts of libretranslate'],
  [
    { OPENAI_COMPATIBLE_URL: 'http://vllm:8000', OPENAI_COMPATIBLE_SELF_HOSTED: 'yes' },
    'OPENAI_COMPATIBLE_MODEL is required with OPENAI_COMPATIBLE_URL',
  ],
])('%o is refused with a sentence', (settings, sentence) => {
  expect(() => read(settings)).toThrow(sentence);
});

it('reads the budget of each engine', () => {
  expect(read({ TRANSLATION_BUDGETS: ' deepl=500000, google-v3 = 200000' }).TRANSLATION_BUDGETS).toEqual({
    deepl: 500_000,
    'google-v3': 200_000,
  });
});
