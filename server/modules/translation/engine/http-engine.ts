import { OutgoingRefused, type OutgoingRequests, type Send } from '../../../platform/http/outgoing-requests.js';
import { EngineError, type EngineErrorKind } from './translation-engine.js';

/** What is sent: nothing for a question by GET, and else JSON, or a form, by POST. */
export interface Question {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: URLSearchParams;
}

export interface HttpEngine {
  /** The engine's id, for errors. */
  readonly id: string;
  /** What paths are below. */
  readonly baseUrl: string;
  /** What a refusal means to this engine beyond what its status means everywhere; it may read what the server says. */
  readonly meaningOf?: (status: number, said: unknown) => EngineErrorKind | undefined;
  /** Milliseconds that an answer may take; as long as any request to the outside when nothing is said. */
  readonly patience?: number;
}

/** Asks one engine over HTTP. Its JSON comes back, or an error whose message never holds what was sent or said. */
export class EngineHttp {
  private readonly baseUrl: string;
  private readonly send: Send;

  constructor(
    private readonly engine: HttpEngine,
    outgoing: OutgoingRequests,
  ) {
    this.baseUrl = engine.baseUrl.replace(/\/*$/, '/');
    this.send = outgoing.onBehalfOf(this.baseUrl, engine.patience);
  }

  /** @throws EngineError */
  async ask({ path, headers, json, form }: Question, signal: AbortSignal): Promise<unknown> {
    const body = json === undefined ? form : JSON.stringify(json);
    let response: Response;
    let text: string;
    try {
      response = await this.send(new URL(path, this.baseUrl), {
        method: body === undefined ? 'GET' : 'POST',
        signal,
        headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body }),
      });
      text = await response.text();
    } catch (error) {
      const isEndless = error instanceof OutgoingRefused && error.code === 'too_large';
      throw new EngineError(isEndless ? 'bad_output' : 'unavailable', this.engine.id);
    }
    const read = asJson(text);
    if (!response.ok) throw this.refusal(response, read);
    if (read === undefined) throw new EngineError('bad_output', this.engine.id);
    return read;
  }

  /** What the server says in words may hold the text, so only its kind is passed on. */
  private refusal({ status, headers }: Response, said: unknown): EngineError {
    const kind = this.engine.meaningOf?.(status, said) ?? kindOf(status);
    return new EngineError(kind, this.engine.id, secondsOf(headers.get('retry-after')));
  }
}

/** What a status means whoever says it. */
function kindOf(status: number): EngineErrorKind {
  if (status === 429) return 'rate_limited';
  // The key is wrong, or its owner is not welcome: no text would be taken.
  if (status === 401 || status === 403) return 'denied';
  // A text longer than the server takes, or one that it does not read: asking again would not help.
  if (status === 400 || status === 413) return 'rejected';
  return 'unavailable';
}

/** Seconds, or a date, as HTTP lets a server say it. */
function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter);
  const seconds = Math.ceil((Date.parse(retryAfter) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** JSON, or nothing. */
export function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
