import type { z } from 'zod';
import type { Action } from '../access/policy-table.js';
import type { FailureCode } from './failure.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Route = `${Method} /${string}`;

/**
 * One endpoint, said once. The server takes from it the route, the policy, the validation and the stripping of
 * answers; the OpenAPI page and the typed client are derived from it; tests enumerate it.
 */
export interface Contract {
  /** Method and path; parameters as `:name`. */
  readonly route: Route;
  /** One English sentence for the API reference. */
  readonly summary: string;
  /** The row of the policy table that a caller must pass. */
  readonly action: Action;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** Answers carry nothing that is not listed here. */
  readonly response?: z.ZodType;
  /** How large the body may be, in bytes; 64 kB where this says nothing. */
  readonly bodyBytes?: number;
  /** The media type of an answer that is a file to keep, and no JSON. Such a contract has no `response`. */
  readonly file?: string;
  /** An answer in a format of others, as programs fetch it from anywhere. Such a contract has no `response`. */
  readonly octets?: Octets;
  readonly status?: 200 | 201 | 202 | 204;
  /** The domain failures a caller should expect, beyond the general ones (invalid, forbidden, too fast). */
  readonly failures?: readonly FailureCode[];
  /** A write that must happen once: the caller sends an `Idempotency-Key` and may repeat it. */
  readonly idempotent?: boolean;
}

/** The media type of an answer that is no JSON of ours, and for how long it is not asked for again. */
export interface Octets {
  readonly type: string;
  readonly lasts: 'for ever' | 'for minutes' | 'until it grows' | 'not at all';
}

/** Declares an endpoint; objects of the input refuse unknown keys, so that nobody smuggles in a `side` or a `role`. */
export function contract<const C extends Contract>(declared: C): C {
  return {
    ...declared,
    ...(declared.params && { params: declared.params.strict() }),
    ...(declared.query && { query: declared.query.strict() }),
    ...(declared.body && { body: declared.body.strict() }),
  };
}

/** What a contract says of one part; a contract that does not name the part says nothing of it. */
type PartOf<C, K extends string> = C extends { readonly [P in K]: infer S } ? S : undefined;
type OutputOf<S> = S extends z.ZodType ? z.output<S> : Record<string, never>;
type SentOf<S> = S extends z.ZodType ? z.input<S> : undefined;

/** A repeatable write: the caller's key, and a fingerprint of what was asked, so that one key never means two things. */
export interface Idempotency {
  readonly key: string;
  readonly fingerprint: string;
}

/** What a handler receives: parsed, and nothing else. */
export interface InputOf<C> {
  readonly params: OutputOf<PartOf<C, 'params'>>;
  readonly query: OutputOf<PartOf<C, 'query'>>;
  readonly body: OutputOf<PartOf<C, 'body'>>;
  readonly idempotency: PartOf<C, 'idempotent'> extends true ? Idempotency : undefined;
}

/** Leaves out the parts a contract does not have, and makes those optional that have nothing one must send. */
type Needed<T> = {
  readonly [K in keyof T as T[K] extends undefined ? never : object extends T[K] ? never : K]: T[K];
} & {
  readonly [K in keyof T as T[K] extends undefined ? never : object extends T[K] ? K : never]?: T[K];
};

/** What a caller sends. */
export type CallOf<C> = Needed<{
  params: SentOf<PartOf<C, 'params'>>;
  query: SentOf<PartOf<C, 'query'>>;
  body: SentOf<PartOf<C, 'body'>>;
}>;

/** A file as a handler returns it. */
export interface FileAnswer {
  /** As people see it, in any script, with its ending. */
  readonly name: string;
  /** The same in plain Latin letters, for programs that read nothing else. */
  readonly latinName: string;
  /** What is long comes in pieces, each made when the reader is ready for it. */
  readonly content: string | Uint8Array | AsyncIterable<string>;
  /** The languages of what is in it. */
  readonly languages: readonly string[];
}

/** What a handler returns. */
export type AnswerOf<C> =
  PartOf<C, 'file'> extends string
    ? FileAnswer
    : PartOf<C, 'octets'> extends Octets
      ? Uint8Array | string
      : PartOf<C, 'response'> extends infer S
        ? S extends z.ZodType
          ? z.input<S>
          : void
        : never;

/** What a caller gets. */
export type ResultOf<C> = PartOf<C, 'response'> extends infer S ? (S extends z.ZodType ? z.output<S> : void) : never;
