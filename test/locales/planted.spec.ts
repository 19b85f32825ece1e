import { describe, expect, it } from 'vitest';
import { languages, type Language } from '../../shared/language/language.js';
import { sourceOf } from '../architecture/source.js';
import { catalogueOf, type LanguageRow } from './catalogue.js';
import { checks } from './checks.js';
import { unsaidValues } from './closed-lists.js';
import { unsaidFailures } from './failure-sentences.js';
import { buttonKeys, missingParameters, unknownUses, unusedKeys } from './use-checks.js';
import { usesIn } from './usage.js';

type Sentences = Readonly<Record<string, string>>;

const rowOf = (code: Language): LanguageRow => ({ code, ...languages[code], status: 'complete' });

/** A language with more forms than English has. */
const ukrainian: LanguageRow = {
  code: 'uk',
  name: 'Українська',
  script: 'Cyrillic',
  direction: 'ltr',
  plurals: ['one', 'few', 'many', 'other'],
  status: 'complete',
};

const found = (
  check: string,
  row: LanguageRow,
  english: Sentences,
  other: Sentences,
  same: readonly string[] = [],
): string[] =>
  checks[check]?.({
    row,
    english: catalogueOf({ a: english }),
    other: catalogueOf({ a: other }),
    same: { [row.code]: same },
    buttons: new Set(['a:send']),
  }) ?? ['there is no such check'];

const counted = { posts_one: '{{count}} post', posts_other: '{{count}} posts' };

const planted: readonly (readonly [string, string, LanguageRow, Sentences, Sentences])[] = [
  ['has every sentence and no other', 'a:x: is missing', rowOf('mk'), { x: 'Water' }, {}],
  ['has every sentence and no other', 'no such sentence', rowOf('mk'), {}, { x: 'Вода' }],
  [
    'has every plural form of the language',
    'a:posts_many: this form',
    ukrainian,
    counted,
    { posts_one: '{{count}} допис', posts_few: '{{count}} дописи', posts_other: '{{count}} дописів' },
  ],
  [
    'has every plural form of the language',
    'mk has no such form',
    rowOf('mk'),
    counted,
    { posts_one: '{{count}} пост', posts_few: '{{count}} поста', posts_other: '{{count}} поста' },
  ],
  [
    'keeps the parameters and elements of each sentence',
    'has {{day}}',
    rowOf('bg'),
    { x: 'Until {{day}} by {{name}}' },
    { x: 'До {{day}}' },
  ],
  [
    'keeps the parameters and elements of each sentence',
    'has <1> {{a}}',
    rowOf('bg'),
    { x: '<1>{{a}}</1>' },
    { x: '<1>{{a}}' },
  ],
  [
    'keeps the parameters and elements of each sentence',
    'no parameters',
    rowOf('bg'),
    counted,
    { posts_one: 'един', posts_other: 'много' },
  ],
  ['is translated', 'same as English', rowOf('hi'), { x: 'Water' }, { x: 'Water' }],
  ['is written in its script', '0 %', rowOf('hi'), { x: 'Water' }, { x: 'Pani {{a}}' }],
  ['is written in its script', '38 %', rowOf('bg'), { x: 'Water' }, { x: 'вод water' }],
  ["is not written in a neighbour's spelling", 'has щ', rowOf('mk'), { x: 'Water' }, { x: 'Нешто општо, уште и щит' }],
  ["is not written in a neighbour's spelling", 'has ј', rowOf('bg'), { x: 'Water' }, { x: 'Моја вода' }],
  ["is not written in a neighbour's spelling", 'has ك', rowOf('ur'), { x: 'Water' }, { x: 'كتاب' }],
  ['fits on its buttons', 'for a button', rowOf('bg'), { send: 'Send' }, { send: 'Изпратете съобщението' }],
  ['ends each sentence as English does', 'ends with no sign', rowOf('hi'), { x: 'Water.' }, { x: 'पानी' }],
  ['ends each sentence as English does', 'ends with full stop', rowOf('ur'), { x: 'Water?' }, { x: 'پانی۔' }],
  ['has no hidden characters', 'begins or ends', rowOf('bg'), { x: 'Water' }, { x: ' Вода' }],
  ['has no hidden characters', 'is empty', rowOf('bg'), { x: 'Water' }, { x: '' }],
  ['has no hidden characters', 'not composed', rowOf('bg'), { x: 'Water' }, { x: 'и\u0306од' }],
  ['has no hidden characters', 'invisible', rowOf('bg'), { x: 'Water' }, { x: 'во\u200Bда' }],
];

describe('the locale gate', () => {
  it.each(planted)('"%s" notices: %s', (check, said, row, english, other) => {
    expect(found(check, row, english, other)[0]).toContain(said);
  });

  it('TRAP-08: notices each form that a language counts with and a sentence lacks, since i18next would say it in English', () => {
    const forms = { posts_one: '{{count}} допис', posts_few: '{{count}} дописи', posts_many: '{{count}} дописів' };
    const check = 'has every plural form of the language';
    const whole = { ...forms, posts_other: '{{count}} допису' };
    const row = { ...ukrainian, plurals: ['one', 'few', 'many', 'other'] as const };
    expect(found(check, row, counted, whole)).toEqual([]);
    for (const form of Object.keys(whole)) {
      const lacking = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== form));
      expect(found(check, row, counted, lacking).join(), form).toContain(form);
    }
  });

  it('has a planted mistake for every check', () => {
    expect(new Set(planted.map(([check]) => check))).toEqual(new Set(Object.keys(checks)));
  });

  it.each(Object.keys(checks))('"%s" leaves a good translation alone', (check) => {
    const english = {
      ...counted,
      x: 'Are “{{name}}” there?',
      send: 'Send',
      number: 'No. {{number}}',
      agpl: 'AGPL',
      only: '{{a}} · {{b}}',
    };
    const urdu = {
      posts_one: 'ایک تحریر',
      posts_other: '{{count}} تحریریں',
      x: 'کیا “{{name}}” وہاں ہے؟',
      send: 'بھیجیں',
      number: 'نمبر {{number}}',
      agpl: 'AGPL',
      only: '{{a}} · {{b}}',
    };
    expect(found(check, rowOf('ur'), english, urdu, ['a:agpl'])).toEqual([]);
  });

  it('wants an exception to be taken off the list when it is none any more', () => {
    expect(found('is translated', rowOf('bg'), { x: 'Water' }, { x: 'Вода' }, ['a:x'])).toEqual([
      expect.stringContaining('is not'),
    ]);
  });

  it('notices a failure without a sentence, and a sentence that asks for too much', () => {
    const errors = {
      failure: { request: { too_fast: 'Wait {{minutes}}.' } },
      field: { required: '{{field}}: {{sum}}' },
    };
    const said = unsaidFailures(catalogueOf({ errors }));
    expect(said).toContain('errors:failure.request.not_found: has no sentence');
    expect(said.filter((one) => one.includes('asks for')).length).toBe(2);
  });

  it('notices a value of a closed list without words', () => {
    expect(unsaidValues(catalogueOf({ common: { role: { citizen: 'citizen' } } }))).toContain(
      'common:role.steward: has no words',
    );
  });
});

describe('the sentences that the client asks for', () => {
  const english = catalogueOf({
    forum: {
      post: { reply: 'Reply', by: 'By {{name}}' },
      mode: { pre: { name: 'Read first' } },
      news_one: '{{count}} piece',
      news_other: '{{count}} pieces',
    },
    common: { action: { retry: 'Again' } },
  });
  const uses = (code: string) =>
    usesIn(sourceOf('client/a.tsx', `const A = () => { const { t } = useTranslation('forum'); return ${code}; };`));

  it('are found in every way of asking', () => {
    const code = "<Button x={t('post.reply')}>{t(a ? 'post.by' : `mode.${b}.name`, { name })}</Button>";
    expect(uses(code).map(({ key, onButton }) => [key, onButton])).toEqual([
      ['post.reply', false],
      ['post.by', true],
      ['mode.*.name', true],
    ]);
    expect(uses('<Trans i18nKey="post.reply" />').map(({ key }) => key)).toEqual(['post.reply']);
    expect(uses("t('common:action.retry')").map(({ key, namespaces }) => [key, namespaces])).toEqual([
      ['action.retry', ['common']],
    ]);
    expect(uses("items.map((one) => t('post.reply'))")[0]?.namespaces).toEqual(['forum']);
  });

  it('exist', () => {
    expect(
      unknownUses(
        uses("[t('post.reply'), t(`mode.${a}.name`), t('news', { count }), t('common:action.retry')]"),
        english,
      ),
    ).toEqual([]);
    expect(unknownUses(uses("[t('post.gone'), t(`mood.${a}`), t('action.retry')]"), english)).toHaveLength(3);
  });

  it('are all asked for', () => {
    expect(unusedKeys(uses("[t('post.reply'), t('post.by', a), t('news', { count })]"), english)).toEqual([
      'forum:mode.pre.name',
      'common:action.retry',
    ]);
  });

  it('are given what they put in', () => {
    expect(missingParameters(uses("[t('post.by'), t('news', {}), t('post.by', { ...a })]"), english)).toEqual([
      'client/a.tsx:1 asks for post.by without name',
      'client/a.tsx:1 asks for news without count',
    ]);
  });

  it('are known to stand on buttons', () => {
    expect([...buttonKeys(uses("<Button>{t('post.reply')}</Button>"), english)].toSorted()).toEqual([
      'common:action.retry',
      'forum:post.reply',
    ]);
  });
});
