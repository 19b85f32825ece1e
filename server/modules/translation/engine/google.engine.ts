import { z } from 'zod';
import type { OutgoingRequests } from '../../../platform/http/outgoing-requests.js';
import { normalLanguage } from '../../../../shared/translation/translation.rules.js';
import { GoogleAccess, type GoogleCredentials } from './google-access.js';
import { EngineHttp, type Question } from './http-engine.js';
import {
  EngineError,
  type EngineErrorKind,
  type Pair,
  type Recipient,
  type Segment,
  type TranslatedSegment,
  type TranslationEngine,
} from './translation-engine.js';

const languages = z.object({
  languages: z.array(
    z.object({
      languageCode: z.string(),
      supportSource: z.boolean().optional(),
      supportTarget: z.boolean().optional(),
    }),
  ),
});
const answer = z.object({ translations: z.array(z.object({ translatedText: z.string() })) });
const problem = z.object({ error: z.object({ message: z.string() }) });

const patience = 5_000;

function meaningOf(status: number, said: unknown): EngineErrorKind | undefined {
  const words = problem.safeParse(said).data?.error.message ?? '';
  if (status === 400 && /language/i.test(words)) return 'unsupported_pair';
  return [403, 429].includes(status) && /daily limit|per day/i.test(words) ? 'quota_exceeded' : undefined;
}

export interface GoogleSettings {
  readonly baseUrl: string;
  readonly credentials: GoogleCredentials;
  /** The region that the texts are processed in, or `global`. */
  readonly location: string;
  readonly recipient: Recipient;
}

/** Google Cloud Translation (its API, version 3), asked as a service account. */
export class GoogleEngine implements TranslationEngine {
  readonly id = 'google-v3';
  readonly egress = 'third-party';
  readonly recipient: Recipient;
  private readonly http: EngineHttp;
  private readonly access: GoogleAccess;
  private readonly parent: string;

  constructor({ baseUrl, credentials, location, recipient }: GoogleSettings, outgoing: OutgoingRequests) {
    this.recipient = recipient;
    this.http = new EngineHttp({ id: this.id, baseUrl, meaningOf }, outgoing);
    this.access = new GoogleAccess(this.id, credentials, outgoing);
    this.parent = `v3/projects/${encodeURIComponent(credentials.projectId)}/locations/${encodeURIComponent(location)}`;
  }

  /** It tells no version of its general model. */
  async version(): Promise<string> {
    return 'google/v3';
  }

  async pairs(): Promise<readonly Pair[]> {
    const { data } = languages.safeParse(await this.known(AbortSignal.timeout(patience)));
    if (!data) throw new EngineError('bad_output', this.id);
    const codes = (supports: 'supportSource' | 'supportTarget'): string[] => [
      ...new Set(data.languages.filter((one) => one[supports]).map((one) => normalLanguage(one.languageCode))),
    ];
    const targets = codes('supportTarget');
    return codes('supportSource').flatMap((source) =>
      targets.filter((one) => one !== source).map((target) => ({ source, target })),
    );
  }

  /** Whether it goes by a third language it does not tell. */
  via(): null {
    return null;
  }

  async translate(pair: Pair, segments: readonly Segment[], signal: AbortSignal): Promise<TranslatedSegment[]> {
    const json = {
      contents: segments.map(({ html }) => html),
      mimeType: 'text/html',
      sourceLanguageCode: normalLanguage(pair.source),
      targetLanguageCode: normalLanguage(pair.target),
    };
    const { data } = answer.safeParse(await this.ask({ path: `${this.parent}:translateText`, json }, signal));
    if (data?.translations.length !== segments.length) throw new EngineError('bad_output', this.id);
    return segments.map(({ id }, at) => ({ id, html: data.translations[at]?.translatedText ?? '', unknownWords: [] }));
  }

  async isWell(signal: AbortSignal): Promise<boolean> {
    const said = await this.known(signal).catch(() => undefined);
    return languages.safeParse(said).success;
  }

  private known(signal: AbortSignal): Promise<unknown> {
    return this.ask({ path: `${this.parent}/supportedLanguages` }, signal);
  }

  private async ask(question: Question, signal: AbortSignal): Promise<unknown> {
    const headers = { authorization: `Bearer ${await this.access.token(signal)}` };
    try {
      return await this.http.ask({ ...question, headers }, signal);
    } catch (error) {
      if (error instanceof EngineError && error.kind === 'denied') this.access.forget();
      throw error;
    }
  }
}
