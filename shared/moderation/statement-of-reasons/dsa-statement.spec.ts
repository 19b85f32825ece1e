import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itemSources } from '../fairness/fairness.rules.js';
import { reasonCodes, reasonVersionInForce } from '../reasons.js';
import {
  restrictingMeasures,
  restrictingSanctions,
  type DecidedRestriction,
  type RestrictionGround,
} from './decided-restriction.js';
import { dsaStatement, type DsaStatement } from './dsa-statement.schema.js';
import { dsaStatementOf } from './dsa-statement.js';
import { automatedDecisions } from './dsa-terms.js';

const day = fc.integer({ min: 0, max: 3000 }).map((days) => later('2020-01-01', days));
const later = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const ground: fc.Arbitrary<RestrictionGround> = fc.oneof(
  fc.record({
    kind: fc.constant('charter' as const),
    version: fc.integer({ min: 1 }),
    article: fc.option(fc.integer({ min: 1 })),
  }),
  fc.record({
    kind: fc.constant('law' as const),
    country: fc.constantFrom('BG', 'MK', 'IN'),
    act: fc.constantFrom('Наказателен кодекс', 'Кривичен законик'),
    provision: fc.constantFrom('чл. 162', 'член 319'),
  }),
);

const sanction = fc.record({
  kind: fc.constantFrom(...restrictingSanctions),
  days: fc.option(fc.integer({ min: 1, max: 400 })),
});

/** A decision of people about content, about its author, or about both; or the one that a machine may take. */
const decision: fc.Arbitrary<DecidedRestriction> = fc
  .record({
    puid: fc.uuid(),
    reason: fc.constantFrom(...reasonCodes),
    reasonVersion: fc.constant(reasonVersionInForce),
    ground,
    source: fc.constantFrom(...itemSources),
    detectedAutomatically: fc.boolean(),
    applicationDate: day,
    daysBefore: fc.nat({ max: 5000 }),
    language: fc.constantFrom('bg', 'mk', 'hi', 'ur', 'ur-Latn', 'ckb'),
    measure: fc.constantFrom(...restrictingMeasures),
    holdDays: fc.nat({ max: 3 }),
    sanction: fc.option(sanction),
    kind: fc.constantFrom('content', 'person', 'machine'),
    orElse: sanction,
  })
  .map(({ daysBefore, measure, holdDays, kind, orElse, sanction: given, ...common }): DecidedRestriction => {
    const base = { ...common, contentDate: later(common.applicationDate, -daysBefore) };
    const holdEnds = later(common.applicationDate, holdDays);
    if (kind === 'machine') {
      const content = { measure: 'hold' as const, endsOn: holdEnds };
      return { ...base, decidedBy: 'machine', reason: 'SPAM', content, sanction: null };
    }
    if (kind === 'person') return { ...base, decidedBy: 'people', content: null, sanction: given ?? orElse };
    const content = { measure, endsOn: measure === 'hold' ? holdEnds : null };
    return { ...base, decidedBy: 'people', content, sanction: given };
  });

type Schema = Readonly<Record<string, unknown>>;

/**
 * What a value breaks of a JSON Schema (2020-12), as far as the schema at hand uses it; a keyword that it does not know is a
 * finding as well, so that nothing is passed over.
 */
function broken(schema: Schema, value: unknown, at = ''): string[] {
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    const check = keywordChecks[keyword];
    if (!check) return [`${at}: the schema says ${keyword}, which nobody here understands`];
    return check(rule, value, at, schema).map((finding) => `${at} ${keyword}: ${finding}`);
  });
}

const ok = (holds: boolean, value: unknown): string[] => (holds ? [] : [JSON.stringify(value)]);
const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isDay = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && later(value, 0) === value;

type Check = (rule: unknown, value: unknown, at: string, schema: Schema) => string[];
const keywordChecks: Readonly<Record<string, Check>> = {
  $schema: () => [],
  type: (rule, value) => ok(rule === (Array.isArray(value) ? 'array' : typeof value), value),
  enum: (rule, value) => ok(Array.isArray(rule) && rule.includes(value), value),
  pattern: (rule, value) => ok(new RegExp(String(rule), 'u').test(String(value)), value),
  format: (rule, value) => ok(rule === 'date' && isDay(value), value),
  minLength: (rule, value) => ok([...String(value)].length >= Number(rule), value),
  maxLength: (rule, value) => ok([...String(value)].length <= Number(rule), value),
  minItems: (rule, value) => ok(Array.isArray(value) && value.length >= Number(rule), value),
  maxItems: (rule, value) => ok(Array.isArray(value) && value.length <= Number(rule), value),
  items: (rule, value, at) =>
    Array.isArray(value) && isObject(rule) ? value.flatMap((one, place) => broken(rule, one, `${at}[${place}]`)) : [],
  required: (rule, value) =>
    ok(Array.isArray(rule) && isObject(value) && rule.every((key) => Object.hasOwn(value, String(key))), value),
  additionalProperties: (rule, value, _, { properties }) =>
    ok(
      rule === false &&
        isObject(value) &&
        isObject(properties) &&
        Object.keys(value).every((key) => Object.hasOwn(properties, key)),
      value,
    ),
  properties: (rule, value, at) =>
    isObject(rule) && isObject(value)
      ? Object.entries(rule).flatMap(([key, of]) =>
          Object.hasOwn(value, key) && isObject(of) ? broken(of, value[key], `${at}.${key}`) : [],
        )
      : [],
};

const jsonSchema: Schema = z.toJSONSchema(dsaStatement);

/** What the documentation of the database demands beyond the fields themselves, written down again. */
function unmet(one: DsaStatement): string[] {
  const isIllegal = one.decision_ground === 'DECISION_GROUND_ILLEGAL_CONTENT';
  const demands: Readonly<Record<string, boolean>> = {
    'one of the four decisions is there':
      [one.decision_visibility, one.decision_monetary, one.decision_provision, one.decision_account].filter(Boolean)
        .length > 0,
    'other restrictions of visibility are named':
      (one.decision_visibility ?? []).includes('DECISION_VISIBILITY_OTHER') ===
      (one.decision_visibility_other !== undefined),
    'the legal ground is there for illegal content only':
      isIllegal === (one.illegal_content_legal_ground !== undefined && one.illegal_content_explanation !== undefined),
    'the contractual ground is there for incompatible content only':
      !isIllegal ===
      (one.incompatible_content_ground !== undefined && one.incompatible_content_explanation !== undefined),
    'other types of content are named':
      one.content_type.includes('CONTENT_TYPE_OTHER') === (one.content_type_other !== undefined),
    'dates are in order':
      one.content_date >= '2000-01-01' &&
      one.application_date >= '2020-01-01' &&
      [one.end_date_visibility_restriction, one.end_date_service_restriction].every(
        (end) => end === undefined || end >= one.application_date,
      ),
    'an end has something that ends':
      (one.end_date_visibility_restriction === undefined || one.decision_visibility !== undefined) &&
      (one.end_date_service_restriction === undefined || one.decision_provision !== undefined),
    'lengths are kept':
      one.decision_facts.length <= 5000 &&
      (one.illegal_content_legal_ground?.length ?? 0) <= 500 &&
      (one.incompatible_content_ground?.length ?? 0) <= 500 &&
      (one.illegal_content_explanation?.length ?? 0) <= 2000 &&
      (one.incompatible_content_explanation?.length ?? 0) <= 2000,
  };
  return Object.entries(demands).flatMap(([demand, holds]) => (holds ? [] : [demand]));
}

const example = (changed: Partial<DecidedRestriction> = {}): DecidedRestriction =>
  ({
    puid: 'f3d8a9d2-6a55-4b1e-9a36-6f5f2a0c7d11',
    reason: 'HATE',
    reasonVersion: 1,
    ground: { kind: 'charter', version: 3, article: 4 },
    source: 'report',
    detectedAutomatically: false,
    decidedBy: 'people',
    contentDate: '2026-03-01',
    applicationDate: '2026-03-02',
    language: 'mk',
    content: { measure: 'remove', endsOn: null },
    sanction: { kind: 'silence', days: 7 },
    ...changed,
  }) as DecidedRestriction;

describe('the statement of reasons for the DSA Transparency Database', () => {
  it('MOD-20: a thousand decisions give statements that the JSON Schema and all conditions accept', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(decision, (decided) => {
        const statement = dsaStatementOf(decided);
        const sent: unknown = JSON.parse(JSON.stringify(statement));
        expect(broken(jsonSchema, sent)).toEqual([]);
        expect(unmet(statement)).toEqual([]);
        for (const value of [statement.category, statement.source_type, statement.decision_provision ?? ''])
          seen.add(value);
      }),
      { numRuns: 1000 },
    );
    expect(seen.size).toBeGreaterThan(10);
  });

  it('MOD-20: schema and conditions refuse a statement in which one thing is wrong', () => {
    const good = dsaStatementOf(example());
    const wrong: readonly Partial<Record<keyof DsaStatement | 'author', unknown>>[] = [
      { puid: 'has a space' },
      { puid: 'x'.repeat(501) },
      { category: 'STATEMENT_CATEGORY_PORNOGRAPHY_OR_SEXUALIZED_CONTENT' },
      { decision_facts: 'x'.repeat(5001) },
      { content_date: '2026-02-30' },
      { content_date: '1999-12-31' },
      { application_date: '2019-12-31', end_date_service_restriction: undefined },
      { end_date_service_restriction: '2026-03-01' },
      { end_date_account_restriction: '2026-04-01' },
      { incompatible_content_ground: undefined },
      { illegal_content_legal_ground: 'a law' },
      { decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT' },
      { decision_visibility: undefined, decision_provision: undefined, end_date_service_restriction: undefined },
      { decision_visibility: ['DECISION_VISIBILITY_OTHER'] },
      { decision_visibility_other: 'hidden' },
      { content_type: [] },
      { content_type: ['CONTENT_TYPE_OTHER'] },
      { territorial_scope: ['MK'] },
      { content_language: 'mk' },
      { automated_detection: 'yes' },
      { author: 'somebody' },
    ];
    expect(dsaStatement.safeParse(good).success).toBe(true);
    for (const one of wrong)
      expect(dsaStatement.safeParse({ ...good, ...one }).success, JSON.stringify(one)).toBe(false);
  });

  it('says of a decision what it was, in the words of the database', () => {
    expect(dsaStatementOf(example())).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
      decision_provision: 'DECISION_PROVISION_PARTIAL_SUSPENSION',
      end_date_service_restriction: '2026-03-09',
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
      incompatible_content_ground: 'Charter of the dialogue, version 3, article 4',
      category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
      category_specification: ['KEYWORD_HATE_SPEECH'],
      content_language: 'MK',
      source_type: 'SOURCE_TYPE_OTHER_NOTIFICATION',
      automated_detection: 'No',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
      decision_facts:
        'Members reported the content. People decided, by the keys that the rules of the dialogue ask for from both sides. ' +
        'Reason HATE: the content is removed; its author may read but not write for 7 days.',
    });
    const law = { kind: 'law', country: 'BG', act: 'Наказателен кодекс', provision: 'чл. 162' } as const;
    expect(dsaStatementOf(example({ ground: law, language: 'ckb' }))).toMatchObject({
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      illegal_content_legal_ground: 'BG: Наказателен кодекс, чл. 162',
      source_type: 'SOURCE_ARTICLE_16',
    });
    expect(dsaStatementOf(example({ language: 'ckb' }))).not.toHaveProperty('content_language');
    const ban = dsaStatementOf(example({ sanction: { kind: 'ban', days: null } }));
    expect(ban.decision_provision).toBe('DECISION_PROVISION_TOTAL_TERMINATION');
    expect(ban).not.toHaveProperty('end_date_service_restriction');
  });

  it('MOD-35: no removal, no sanction and nothing that lasts is decided by a machine alone', () => {
    fc.assert(
      fc.property(decision, (decided) => {
        const statement = dsaStatementOf(decided);
        const isFully = statement.automated_decision === 'AUTOMATED_DECISION_FULLY';
        expect(isFully).toBe(decided.decidedBy === 'machine');
        if (!isFully) return;
        expect(statement.decision_visibility).toEqual(['DECISION_VISIBILITY_CONTENT_DISABLED']);
        expect(statement.end_date_visibility_restriction).toBeDefined();
        expect(statement.category).toBe('STATEMENT_CATEGORY_OTHER_VIOLATION_TC');
        expect(statement).not.toHaveProperty('decision_provision');
      }),
      { numRuns: 1000 },
    );
  });

  it('MOD-35: what says otherwise is refused, in a decision that was read and in a statement that was made', () => {
    fc.assert(
      fc.property(decision, fc.constantFrom(...automatedDecisions), (decided, how) => {
        const isSpamHold =
          decided.reason === 'SPAM' && decided.content?.measure === 'hold' && decided.sanction === null;
        if (isSpamHold) return;
        expect(() => dsaStatementOf({ ...decided, decidedBy: 'machine' } as DecidedRestriction)).toThrow(RangeError);
        if (decided.content?.measure === 'hold' && decided.sanction === null) return;
        const changed = { ...dsaStatementOf(decided), automated_decision: how };
        expect(dsaStatement.safeParse(changed).success).toBe(how !== 'AUTOMATED_DECISION_FULLY');
      }),
    );
  });
});
