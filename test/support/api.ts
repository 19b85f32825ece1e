import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import type { AnyRoute, Calls, Results } from '../../shared/contracts.js';
import { filledPath } from '../../shared/contract/path.js';
import type { Problem } from '../../shared/contract/failure.js';

/** What came back: the status, the answer when it is one, the problem when it is a refusal. */
export interface Reply<Result> {
  readonly status: number;
  readonly answer: Result;
  readonly problem: Problem;
  readonly headers: Record<string, string>;
}

interface Parts {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string | number>;
  readonly body?: unknown;
}

/** How one call differs from what our own client would send. */
export interface Sent {
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

/** One browser: a cookie, and calls typed by the same contracts as the client's. */
export class Api {
  /** The cookie of the session. */
  cookie: string | undefined;
  private readonly others = new Map<string, string>();

  constructor(
    /** The address of the server under test. */
    readonly url: string,
    private readonly language = 'en',
  ) {}

  /** Calls and expects success; what the server answered. */
  async call<R extends AnyRoute>(route: R, input: Calls[R], sent: Sent = {}): Promise<Results[R]> {
    const reply = await this.try(route, input, sent);
    if (reply.status >= 400) throw new Error(`${route} answered ${reply.status} ${JSON.stringify(reply.problem)}`);
    return reply.answer;
  }

  /** Calls and hands back whatever came, also a refusal. */
  async try<R extends AnyRoute>(route: R, input: Calls[R], sent: Sent = {}): Promise<Reply<Results[R]>> {
    return this.send(route, input, sent) as Promise<Reply<Results[R]>>;
  }

  /** Sends anything at all, for tests of bad input. */
  async send(route: string, { params = {}, query, body }: Parts = {}, sent: Sent = {}): Promise<Reply<unknown>> {
    const [method = 'GET', template = '/'] = route.split(' ');
    const path = filledPath(template, params);
    const verb = method.toLowerCase() as 'get';
    const cookies = [...(this.cookie ? [this.cookie] : []), ...this.others.values()];
    const request = supertest(this.url)[verb](path);
    void request.set({
      'accept-language': this.language,
      ...(method !== 'GET' && { origin: this.url, 'x-csrf': '1', 'idempotency-key': sent.key ?? randomUUID() }),
      ...(cookies.length > 0 && { cookie: cookies.join('; ') }),
      ...sent.headers,
    });
    if (query) void request.query(query);
    const response = await (body === undefined ? request : request.send(body as object));
    this.keepCookies(response.headers['set-cookie'] as string[] | undefined);
    return {
      status: response.status,
      answer: response.body as unknown,
      problem: response.body as Problem,
      headers: response.headers,
    };
  }

  private keepCookies(set: readonly string[] = []): void {
    for (const one of set) {
      const [pair = ''] = one.split(';');
      const [name = ''] = pair.split('=');
      const kept = pair.endsWith('=') ? undefined : pair;
      if (name === sessionCookie) this.cookie = kept;
      else if (kept === undefined) this.others.delete(name);
      else this.others.set(name, kept);
    }
  }
}

const sessionCookie = '__Host-entente';
