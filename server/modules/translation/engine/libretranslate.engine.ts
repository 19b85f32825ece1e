import { z } from 'zod';
import { isPublicLibreTranslate } from '../../../platform/config/engine-settings.js';
import type { OutgoingRequests } from '../../../platform/http/outgoing-requests.js';
import { EngineHttp } from './http-engine.js';
import { normalLanguage } from '../../../../shared/translation/translation.rules.js';
import {
  EngineError,
  type Egress,
  type EngineErrorKind,
  type Pair,
  type Recipient,
  type Segment,
  type TranslatedSegment,
  type TranslationEngine,
} from './translation-engine.js';

const languages = z.array(z.object({ code: z.string(), targets: z.array(z.string()) }));
const answer = z.object({ translatedText: z.array(z.string()) });
const problem = z.object({ error: z.string() });
const description = z.object({ info: z.object({ version: z.string() }) });
const health = z.object({ status: z.literal('ok') });

const patience = 5_000;

/** It says with words only that a language is not among its models. */
const meaningOf = (status: number, said: unknown): EngineErrorKind | undefined =>
  status === 400 && /not supported|not available as a target/i.test(problem.safeParse(said).data?.error ?? '')
    ? 'unsupported_pair'
    : undefined;

/** A LibreTranslate server, over HTTP (its API as of version 1.9). */
export class LibreTranslateEngine implements TranslationEngine {
  readonly id = 'libretranslate';
  readonly egress: Egress;
  private readonly http: EngineHttp;

  constructor(
    baseUrl: string,
    outgoing: OutgoingRequests,
    private readonly apiKey?: string,
    readonly recipient?: Recipient,
  ) {
    this.http = new EngineHttp({ id: this.id, baseUrl, meaningOf }, outgoing);
    this.egress = isPublicLibreTranslate(baseUrl) ? 'third-party' : 'self-hosted';
  }

  /** The server names its version in the description of its API, the versions of its models nowhere. */
  async version(): Promise<string> {
    const described = await this.http.ask({ path: 'spec' }, AbortSignal.timeout(patience)).catch(() => undefined);
    return `libretranslate/${description.safeParse(described).data?.info.version ?? 'unknown'}`;
  }

  async pairs(): Promise<readonly Pair[]> {
    const known = languages.safeParse(await this.http.ask({ path: 'languages' }, AbortSignal.timeout(patience)));
    if (!known.success) throw new EngineError('bad_output', this.id);
    return known.data.flatMap(({ code, targets }) =>
      targets.filter((one) => one !== code).map((target) => ({ source: code, target })),
    );
  }

  /** All models but a few translate from or into English; what has it on neither side goes by it. */
  via({ source, target }: Pair): string | null {
    return [source, target].some((one) => normalLanguage(one) === 'en') ? null : 'en';
  }

  /** It unescapes what it translated, so that no sign of ours may be escaped; masking sees to that. */
  async translate(
    { source, target }: Pair,
    segments: readonly Segment[],
    signal: AbortSignal,
  ): Promise<readonly TranslatedSegment[]> {
    const q = segments.map(({ html }) => html);
    const pair = { source: normalLanguage(source), target: normalLanguage(target) };
    const sent = { q, ...pair, format: 'html', ...(this.apiKey !== undefined && { api_key: this.apiKey }) };
    const parsed = answer.safeParse(await this.http.ask({ path: 'translate', json: sent }, signal));
    if (!parsed.success || parsed.data.translatedText.length !== segments.length)
      throw new EngineError('bad_output', this.id);
    return segments.map(({ id }, at) => ({ id, html: parsed.data.translatedText[at] ?? '', unknownWords: [] }));
  }

  async isWell(signal: AbortSignal): Promise<boolean> {
    const told = await this.http.ask({ path: 'health' }, signal).catch(() => undefined);
    return health.safeParse(told).success;
  }
}
