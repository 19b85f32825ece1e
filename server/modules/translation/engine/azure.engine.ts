import { z } from 'zod';
import type { OutgoingRequests } from '../../../platform/http/outgoing-requests.js';
import { normalLanguage } from '../../../../shared/translation/translation.rules.js';
import { EngineHttp } from './http-engine.js';
import {
  EngineError,
  type EngineErrorKind,
  type Pair,
  type Recipient,
  type Segment,
  type TranslatedSegment,
  type TranslationEngine,
} from './translation-engine.js';

const languages = z.object({ translation: z.record(z.string(), z.object({})) });
const answer = z.array(z.object({ translations: z.array(z.object({ text: z.string() })).length(1) }));
const problem = z.object({ error: z.object({ code: z.number() }) });

const patience = 5_000;
const version = 'api-version=3.0';

/** What some of its error codes mean; the first three digits are the status. */
const meanings: Readonly<Record<number, EngineErrorKind>> = {
  400018: 'unsupported_pair',
  400023: 'unsupported_pair',
  400035: 'unsupported_pair',
  400036: 'unsupported_pair',
  403001: 'quota_exceeded',
};

const meaningOf = (_status: number, said: unknown): EngineErrorKind | undefined =>
  meanings[problem.safeParse(said).data?.error.code ?? 0];

export interface AzureSettings {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Where the resource is, unless it is global. */
  readonly region: string | undefined;
  readonly recipient: Recipient;
}

/** Azure Translator (its API, version 3.0). */
export class AzureEngine implements TranslationEngine {
  readonly id = 'azure-v3';
  readonly egress = 'third-party';
  readonly recipient: Recipient;
  private readonly http: EngineHttp;
  private readonly headers: Readonly<Record<string, string>>;

  constructor({ baseUrl, apiKey, region, recipient }: AzureSettings, outgoing: OutgoingRequests) {
    this.recipient = recipient;
    this.http = new EngineHttp({ id: this.id, baseUrl, meaningOf }, outgoing);
    this.headers = {
      'ocp-apim-subscription-key': apiKey,
      ...(region !== undefined && { 'ocp-apim-subscription-region': region }),
    };
  }

  /** It tells no version of what it translates with. */
  async version(): Promise<string> {
    return 'azure/3.0';
  }

  /** Any of its languages into any other. */
  async pairs(): Promise<readonly Pair[]> {
    const { data } = languages.safeParse(await this.known(AbortSignal.timeout(patience)));
    if (!data) throw new EngineError('bad_output', this.id);
    const codes = [...new Set(Object.keys(data.translation).map(normalLanguage))];
    return codes.flatMap((source) => codes.filter((one) => one !== source).map((target) => ({ source, target })));
  }

  /** Whether it goes by a third language it does not tell. */
  via(): null {
    return null;
  }

  async translate(pair: Pair, segments: readonly Segment[], signal: AbortSignal): Promise<TranslatedSegment[]> {
    const [from, to] = [normalLanguage(pair.source), normalLanguage(pair.target)];
    const question = {
      path: `translate?${version}&from=${from}&to=${to}&textType=html`,
      headers: this.headers,
      json: segments.map(({ html }) => ({ Text: html })),
    };
    const { data } = answer.safeParse(await this.http.ask(question, signal));
    if (data?.length !== segments.length) throw new EngineError('bad_output', this.id);
    return segments.map(({ id }, at) => ({ id, html: data[at]?.translations[0]?.text ?? '', unknownWords: [] }));
  }

  async isWell(signal: AbortSignal): Promise<boolean> {
    const said = await this.known(signal).catch(() => undefined);
    return languages.safeParse(said).success;
  }

  /** Asked without the key: everybody may know. */
  private known(signal: AbortSignal): Promise<unknown> {
    return this.http.ask({ path: `languages?${version}&scope=translation` }, signal);
  }
}
