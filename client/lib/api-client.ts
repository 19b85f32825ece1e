import { filledPath } from '../../shared/contract/path.js';
import type { FailureCode, FieldProblem, Problem } from '../../shared/contract/failure.js';
import type { AnyRoute, Calls, Results } from '../../shared/contracts.js';
import { backoff } from './backoff';
import { newKey } from './idempotency';
import { withShownNames } from './shown-names';

/** A refusal of the server, or its silence. `code` has a sentence in every language. */
export class CallFailure extends Error {
  readonly code: FailureCode | 'network.away';
  readonly params: Record<string, string | number>;
  readonly fields: readonly FieldProblem[];

  constructor(code: FailureCode | 'network.away', problem?: Problem) {
    super(code);
    this.name = 'CallFailure';
    this.code = code;
    this.params = problem?.params ?? {};
    this.fields = problem?.fields ?? [];
  }

  /** What is wrong with one field of the body, if anything. */
  about(field: string): FieldProblem | undefined {
    return this.fields.find((one) => one.field === `body.${field}`);
  }
}

interface Parts {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string | number | undefined>;
  readonly body?: unknown;
}

export interface CallOptions {
  /** The key of this act, when it may be repeated beyond this call: by a second click, or after a reload. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

const tries = 4;

/** Where an endpoint is, for a link that leads to it. */
export function addressOf<R extends AnyRoute>(route: R, input: Calls[R]): string {
  const { params = {}, query = {} }: Parts = input;
  const template = route.slice(route.indexOf(' ') + 1);
  const path = filledPath(template, params);
  const sought = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) sought.set(name, String(value));
  return sought.size > 0 ? `${path}?${sought}` : path;
}

/**
 * Calls an endpoint by its route; input and answer are typed by the same contract that the server validates with. A
 * write carries a key, so it is repeated when the network fails, and still happens once.
 * @throws CallFailure
 */
export async function call<R extends AnyRoute>(
  route: R,
  input: Calls[R],
  options: CallOptions = {},
): Promise<Results[R]> {
  const [method = 'GET'] = route.split(' ');
  const { body }: Parts = input;
  const address = addressOf(route, input);
  const request: RequestInit = {
    method,
    headers: {
      accept: 'application/json',
      ...(method !== 'GET' && { 'x-csrf': '1', 'idempotency-key': options.key ?? newKey() }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(options.signal && { signal: options.signal }),
  };
  return (await send(address, request)) as Results[R];
}

async function send(address: string, request: RequestInit): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    let response: Response;
    try {
      response = await fetch(address, request);
    } catch (error) {
      if (request.signal?.aborted) throw error;
      if (attempt === tries) throw new CallFailure('network.away');
      await backoff(attempt);
      continue;
    }
    if (response.ok) return response.status === 204 ? undefined : withShownNames(await response.json());
    throw await failureOf(response);
  }
}

async function failureOf(response: Response): Promise<CallFailure> {
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined;
  return new CallFailure(problem?.code ?? 'server.unavailable', problem);
}
