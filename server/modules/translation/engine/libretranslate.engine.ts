import { z } from 'zod';
import { OutgoingRefused, type OutgoingRequests, type Send } from '../../../platform/http/outgoing-requests.js';
import { normalLanguage } from '../../../../shared/translation/translation.rules.js';
import {
  EngineError,
  type Egress,
  type Pair,
  type Segment,
  type TranslatedSegment,
  type TranslationEngine,
} from './translation-engine.js';

const languages = z.array(z.object({ code: z.string(), targets: z.array(z.string()) }));
const answer = z.object({ translatedText: z.array(z.string()) });
const problem = z.object({ error: z.string() });
const description = z.object({ info: z.object({ version: z.string() }) });
const health = z.object({ status: z.literal('ok') });

/** Installations of others: what is sent there has left the house, whoever pays for the key. */
const publicHosts = /(?:^|\.)libretranslate\.(?:com|de|org)$/;

const patience = 5_000;

/** A LibreTranslate server, over HTTP (its API as of version 1.9). */
export class LibreTranslateEngine implements TranslationEngine {
  readonly id = 'libretranslate';
  readonly egress: Egress;
  private readonly baseUrl: string;
  private readonly send: Send;

  constructor(
    baseUrl: string,
    outgoing: OutgoingRequests,
    private readonly apiKey?: string,
  ) {
    this.baseUrl = baseUrl.replace(/\/*$/, '/');
    this.send = outgoing.onBehalfOf(this.baseUrl);
    this.egress = publicHosts.test(new URL(baseUrl).hostname) ? 'third-party' : 'self-hosted';
  }

  /** The server names its version in the description of its API, the versions of its models nowhere. */
  async version(): Promise<string> {
    const described = await this.ask('spec', undefined, AbortSignal.timeout(patience)).catch(() => undefined);
    return `libretranslate/${description.safeParse(described).data?.info.version ?? 'unknown'}`;
  }

  async pairs(): Promise<readonly Pair[]> {
    const known = languages.safeParse(await this.ask('languages', undefined, AbortSignal.timeout(patience)));
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
    const parsed = answer.safeParse(await this.ask('translate', sent, signal));
    if (!parsed.success || parsed.data.translatedText.length !== segments.length)
      throw new EngineError('bad_output', this.id);
    return segments.map(({ id }, at) => ({ id, html: parsed.data.translatedText[at] ?? '', unknownWords: [] }));
  }

  async isWell(signal: AbortSignal): Promise<boolean> {
    const told = await this.ask('health', undefined, signal).catch(() => undefined);
    return health.safeParse(told).success;
  }

  private async ask(path: string, body: unknown, signal: AbortSignal): Promise<unknown> {
    let response: Response;
    let text: string;
    try {
      response = await this.send(new URL(path, this.baseUrl), {
        method: body === undefined ? 'GET' : 'POST',
        signal,
        ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      text = await response.text();
    } catch (error) {
      const isEndless = error instanceof OutgoingRefused && error.code === 'too_large';
      throw new EngineError(isEndless ? 'bad_output' : 'unavailable', this.id);
    }
    const read = asJson(text);
    if (!response.ok) throw this.refusal(response, problem.safeParse(read).data?.error ?? '');
    if (read === undefined) throw new EngineError('bad_output', this.id);
    return read;
  }

  /** What the server says in words may hold the text, so only its kind is passed on. */
  private refusal({ status, headers }: Response, error: string): EngineError {
    const after = secondsOf(headers.get('retry-after'));
    if (status === 429) return new EngineError('rate_limited', this.id, after);
    if (status === 400 && /not supported|not available as a target/i.test(error))
      return new EngineError('unsupported_pair', this.id);
    // A wrong key, a banned address, a text longer than the server takes: asking again would not help.
    if ([400, 401, 403, 413].includes(status)) return new EngineError('rejected', this.id);
    return new EngineError('unavailable', this.id, after);
  }
}

/** Seconds, or a date, as HTTP lets a server say it. */
function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter);
  const seconds = Math.ceil((Date.parse(retryAfter) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
