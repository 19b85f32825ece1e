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

const languages = z.array(z.object({ language: z.string() }));
const answer = z.object({ translations: z.array(z.object({ text: z.string() })) });
const usage = z.object({ character_count: z.number(), character_limit: z.number() });
const problem = z.object({ message: z.string() });

const patience = 5_000;

/**
 * Languages between which it keeps tags where they belong. For the others it offers no handling of tags: placeholders go
 * as they are, and a passage that loses them is sent again in pieces.
 */
const handlesTags = new Set(
  'ar bg ca cs da de el en es et fi fr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv tr uk zh'.split(' '),
);

/** A target that it takes in a variant only. */
const variants: Readonly<Record<string, string>> = { en: 'EN-GB', pt: 'PT-PT' };

function meaningOf(status: number, said: unknown): EngineErrorKind | undefined {
  if (status === 456) return 'quota_exceeded';
  const words = problem.safeParse(said).data?.message ?? '';
  return status === 400 && /_lang\b.*not supported/i.test(words) ? 'unsupported_pair' : undefined;
}

export interface DeeplSettings {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly recipient: Recipient;
}

/** DeepL (its API, version 2). Plans without payment have a host of their own. */
export class DeeplEngine implements TranslationEngine {
  readonly id = 'deepl';
  readonly egress = 'third-party';
  readonly recipient: Recipient;
  private readonly http: EngineHttp;
  private readonly headers: Readonly<Record<string, string>>;

  constructor({ baseUrl, apiKey, recipient }: DeeplSettings, outgoing: OutgoingRequests) {
    this.recipient = recipient;
    this.http = new EngineHttp({ id: this.id, baseUrl, meaningOf }, outgoing);
    this.headers = { authorization: `DeepL-Auth-Key ${apiKey}` };
  }

  /** It tells no version of what it translates with. */
  async version(): Promise<string> {
    return 'deepl/v2';
  }

  async pairs(): Promise<readonly Pair[]> {
    const [sources, targets] = await Promise.all([this.known('source'), this.known('target')]);
    return sources.flatMap((source) =>
      targets.filter((target) => target !== source).map((target) => ({ source, target })),
    );
  }

  /** Whether it goes by a third language it does not tell. */
  via(): null {
    return null;
  }

  async translate(pair: Pair, segments: readonly Segment[], signal: AbortSignal): Promise<TranslatedSegment[]> {
    const [source, target] = [normalLanguage(pair.source), normalLanguage(pair.target)];
    const json = {
      text: segments.map(({ html }) => html),
      source_lang: source.toUpperCase(),
      target_lang: variants[target] ?? target.toUpperCase(),
      ...(handlesTags.has(source) && handlesTags.has(target) && { tag_handling: 'html' }),
    };
    const said = await this.http.ask({ path: 'v2/translate', headers: this.headers, json }, signal);
    const { data } = answer.safeParse(said);
    if (data?.translations.length !== segments.length) throw new EngineError('bad_output', this.id);
    return segments.map(({ id }, at) => ({ id, html: data.translations[at]?.text ?? '', unknownWords: [] }));
  }

  async isWell(signal: AbortSignal): Promise<boolean> {
    const said = await this.http.ask({ path: 'v2/usage', headers: this.headers }, signal).catch(() => undefined);
    const { data } = usage.safeParse(said);
    return data !== undefined && data.character_count < data.character_limit;
  }

  private async known(type: 'source' | 'target'): Promise<string[]> {
    const question = { path: `v2/languages?type=${type}`, headers: this.headers };
    const { data } = languages.safeParse(await this.http.ask(question, AbortSignal.timeout(patience)));
    if (!data) throw new EngineError('bad_output', this.id);
    return [...new Set(data.map(({ language }) => normalLanguage(language)))];
  }
}
