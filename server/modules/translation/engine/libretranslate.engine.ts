import { z } from 'zod';
import {
  EngineError,
  type Pair,
  type Segment,
  type TranslatedSegment,
  type TranslationEngine,
} from './translation-engine.js';

const languages = z.array(z.object({ code: z.string(), targets: z.array(z.string()) }));
const answer = z.object({ translatedText: z.array(z.string()) });

/** A LibreTranslate server of one's own, over HTTP (its API as of version 1.9). */
export class LibreTranslateEngine implements TranslationEngine {
  readonly id = 'libretranslate';
  readonly egress = 'self-hosted';

  constructor(
    private readonly baseUrl: string,
    private readonly apiKey?: string,
  ) {}

  async version(): Promise<string> {
    return 'libretranslate';
  }

  async pairs(): Promise<readonly Pair[]> {
    const known = languages.parse(await this.ask('/languages', undefined, AbortSignal.timeout(5_000)));
    return known.flatMap(({ code, targets }) =>
      targets.filter((one) => one !== code).map((target) => ({ source: code, target })),
    );
  }

  async translate(
    { source, target }: Pair,
    segments: readonly Segment[],
    signal: AbortSignal,
  ): Promise<readonly TranslatedSegment[]> {
    const q = segments.map(({ html }) => html);
    const sent = { q, source, target, format: 'html', ...(this.apiKey && { api_key: this.apiKey }) };
    const parsed = answer.safeParse(await this.ask('/translate', sent, signal));
    if (!parsed.success || parsed.data.translatedText.length !== segments.length)
      throw new EngineError('bad_output', this.id);
    return segments.map(({ id }, at) => ({ id, html: parsed.data.translatedText[at] ?? '', unknownWords: [] }));
  }

  private async ask(path: string, body: unknown, signal: AbortSignal): Promise<unknown> {
    let response: Response;
    try {
      response = await fetch(new URL(path, this.baseUrl), {
        method: body === undefined ? 'GET' : 'POST',
        redirect: 'error',
        signal,
        ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
    } catch {
      throw new EngineError('unavailable', this.id);
    }
    if (response.ok) return response.json().catch(() => Promise.reject(new EngineError('bad_output', this.id)));
    throw this.refusal(response);
  }

  private refusal(response: Response): EngineError {
    const after = Number(response.headers.get('retry-after')) || undefined;
    if (response.status === 429) return new EngineError('rate_limited', this.id, after);
    if (response.status === 403) return new EngineError('quota_exceeded', this.id);
    if (response.status === 400) return new EngineError('unsupported_pair', this.id);
    return new EngineError('unavailable', this.id, after);
  }
}
