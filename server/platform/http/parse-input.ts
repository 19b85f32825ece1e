import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Contract } from '../../../shared/contract/contract.js';
import {
  Failure,
  fieldRules,
  InvalidRequest,
  type FieldProblem,
  type FieldRule,
} from '../../../shared/contract/failure.js';

/** The parts of a request that a contract describes. */
export interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
}

const keySchema = z.uuid();

/**
 * Parses a request by its contract, all parts together, so that the answer names every wrong field at once.
 * @throws InvalidRequest; Failure `request.key_missing` where a repeatable write has no key.
 */
export function parseInput(contract: Contract, raw: RawInput): unknown {
  const problems: FieldProblem[] = [];
  const part = (name: 'params' | 'query' | 'body', value: unknown): unknown => {
    const schema = contract[name] ?? (name === 'body' && value === undefined ? z.undefined() : z.object({}).strict());
    problems.push(...noTexts(name, value));
    const parsed = schema.safeParse(value ?? (name === 'body' && contract.body ? {} : value));
    if (parsed.success) return parsed.data ?? {};
    problems.push(...parsed.error.issues.flatMap((issue) => fieldProblems(name, issue)));
    return {};
  };
  const params = part('params', raw.params);
  const query = part('query', raw.query);
  const body = part('body', raw.body);
  if (problems.length > 0) throw new InvalidRequest(problems);
  return {
    params,
    query,
    body,
    idempotency: contract.idempotent ? idempotency(contract, raw, params, body) : undefined,
  };
}

/** Half a letter (a lone surrogate) and NUL are no text, and PostgreSQL stores neither: refused wherever they hide. */
const isText = (value: string): boolean => !/\p{Surrogate}/u.test(value) && !value.includes('\0');

function noTexts(field: string, value: unknown): FieldProblem[] {
  const wrong: FieldProblem[] = [{ field, rule: 'wrong_format', params: {} }];
  if (typeof value === 'string') return isText(value) ? [] : wrong;
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (isText(key) ? noTexts(`${field}.${key}`, inner) : wrong));
}

function idempotency(contract: Contract, raw: RawInput, params: unknown, body: unknown) {
  const key = keySchema.safeParse(raw.idempotencyKey);
  if (!key.success) throw new Failure('request.key_missing');
  const asked = JSON.stringify([contract.route, params, body]);
  return { key: key.data, fingerprint: createHash('sha256').update(asked).digest('base64url') };
}

/** A zod issue in the closed set of rules that have a sentence in every language. */
export function fieldProblems(part: string, issue: z.core.$ZodIssue): FieldProblem[] {
  const field = [part, ...issue.path].join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: `${field}.${key}`, rule: 'not_expected', params: {} }));
  }
  const [rule, params] = ruleOf(issue);
  return [{ field, rule, params }];
}

function ruleOf(issue: z.core.$ZodIssue): [FieldRule, Record<string, string | number>] {
  switch (issue.code) {
    case 'invalid_type':
      return [issue.input === undefined ? 'required' : 'wrong_type', {}];
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? [Number(issue.minimum) === 1 ? 'required' : 'too_short', { minimum: Number(issue.minimum) }]
        : ['too_small', { minimum: Number(issue.minimum) }];
    case 'too_big':
      return [
        issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_big',
        { maximum: Number(issue.maximum) },
      ];
    case 'invalid_value':
      return ['not_one_of', {}];
    case 'custom':
      return [fieldRules.find((one) => one === issue.params?.['rule']) ?? 'wrong_format', {}];
    default:
      return ['wrong_format', {}];
  }
}
