import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Detection, type Findings, type Submitted } from '../../server/modules/moderation/detection.port.js';
import { readConfig } from '../../server/platform/config/config.js';
import { Retention } from '../../server/platform/retention/retention.js';
import type { JointActProposals } from '../../shared/dyads/joint-act.schema.js';
import { foundDyad, member, smallDyad, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, write } from '../support/forum.js';
import { written } from './support.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** Looks at a text of a member, as a thing of its own unless said otherwise. */
const look = (dyad: TestDyad, author: TestMember, text: string, change: Partial<Submitted> = {}, app = test) =>
  app.app.get(Detection).look(
    written({
      dyadId: dyad.id,
      content: crypto.randomUUID(),
      author: { memberId: author.id },
      language: author.side === 'b' ? 'mk' : 'bg',
      text,
      ...change,
    }),
  );
const codes = ({ findings }: Findings): string[] => findings.map(({ code }) => code);

/** Lets a steward of each side change a list. */
async function agree<Kind extends 'wordlist.change' | 'allowed_hosts.change'>(
  dyad: TestDyad,
  kind: Kind,
  details: JointActProposals[Kind],
): Promise<void> {
  const params = { dyad: dyad.slug };
  const [one, other] = [
    await member(test, dyad, { side: 'a', roles: ['steward'] }),
    await member(test, dyad, { side: 'b', roles: ['steward'] }),
  ];
  const body = { kind, details: { ...details }, reason: 'agreed at our meeting' };
  const { id } = await one.api.call('POST /api/dyads/:dyad/joint-acts', { params, body });
  const act = { params: { ...params, act: id }, body: { answer: 'agree' as const } };
  await other.api.call('POST /api/dyads/:dyad/joint-acts/:act/answer', act);
}

const word = (text: string) => ({ text, form: 'word', kind: 'banned', reason: 'HATE' }) as const;
const speech =
  'Мостът не е ремонтиран от двайсет години. Подписахме три искания, а отговор няма. Елате в събота на площада пред ' +
  'читалището и доведете съседите си, за да ни чуят.';

describe('detection', () => {
  it('looks with the lists as both sides agreed on them last, in a thread', async () => {
    const dyad = await foundDyad(test, 'words');
    const author = await member(test, dyad);
    const text = 'Ти си предател, виж https://other.example/';
    expect(codes(await look(dyad, author, text))).toEqual(['new_member']);
    await agree(dyad, 'wordlist.change', { language: 'bg', add: [word('предател')] });
    await agree(dyad, 'allowed_hosts.change', { add: ['example.org'] });
    const found = await look(dyad, author, text);
    expect(codes(found)).toEqual(['word_banned', 'host_unlisted', 'new_member']);
    expect(found.findings[0]).toMatchObject({ reason: 'HATE', params: { version: 1 }, where: [{ start: 6, end: 14 }] });
    expect([found.concern, found.wantsLook]).toEqual([expect.closeTo(1 - 0.4 * 0.9 * 0.95), true]);
    await agree(dyad, 'wordlist.change', { language: 'bg', add: [word('враг')], remove: ['предател'] });
    expect(codes(await look(dyad, author, text))).toEqual(['host_unlisted', 'new_member']);
    const elsewhere = await foundDyad(test, 'other-words');
    expect(codes(await look(elsewhere, await member(test, elsewhere), 'Враг и предател'))).toEqual(['new_member']);
  });

  it('MOD-35: changes nothing about what it looks at, whatever it finds', async () => {
    const dyad = await foundDyad(test, 'state');
    const author = await member(test, dyad);
    const { post } = await openThread(test, await openTopic(test, dyad, 'open', 'post'), author);
    await agree(dyad, 'wordlist.change', { language: 'bg', add: [word('реката')] });
    const stored = async () => {
      const rows = [];
      for (const sql of [
        'select * from moderation_item where dyad_id = $1',
        'select * from moderation_event where dyad_id = $1',
        'select * from post where dyad_id = $1',
        'select * from member where dyad_id = $1',
        'select * from signal where dyad_id = $1',
      ])
        rows.push(await test.database.query(sql, [dyad.id]));
      return rows;
    };
    const before = await stored();
    const { wantsLook } = await look(dyad, author, 'Реката! ГОВОРЕТЕ С МЕН НА 0888 123 456 ВЕДНАГА', { content: post });
    expect(wantsLook).toBe(true);
    expect(await stored()).toEqual(before);
  });

  it('knows a text that comes again, of its author and of several, for some days', async () => {
    const dyad = await foundDyad(test, 'repeats');
    const people = await Promise.all(['a', 'b', 'neutral'].map((side) => member(test, dyad, { side: side as 'a' })));
    const [one, two, three] = people as [TestMember, TestMember, TestMember];
    const first = crypto.randomUUID();
    expect(codes(await look(dyad, one, speech, { content: first }))).toEqual(['new_member']);
    const changed = speech.replace('събота', 'неделя');
    expect(codes(await look(dyad, one, changed, { content: first, revision: 2 }))).toEqual(['new_member']);
    expect((await look(dyad, one, speech.toUpperCase())).findings).toContainEqual(
      expect.objectContaining({ code: 'repeated_by_author', params: { times: 1 }, weight: 0.2 }),
    );
    expect(codes(await look(dyad, two, `Чуйте: ${speech}`))).not.toContain('repeated_by_others');
    expect((await look(dyad, three, speech)).findings).toContainEqual(
      expect.objectContaining({ code: 'repeated_by_others', reason: 'COORDINATED', params: { accounts: 2 } }),
    );
    const elsewhere = await foundDyad(test, 'elsewhere');
    expect(codes(await look(elsewhere, await member(test, elsewhere), speech))).toEqual(['new_member']);
    test.clock.advance({ days: 3, minutes: 1 });
    expect(codes(await look(dyad, one, speech))).toEqual(['new_member']);
    await test.app.get(Retention).run();
    const left = await test.database.query<{ table: string; n: number }>(
      `select 'traces' as table, count(*)::int as n from text_trace
       union all select 'marks', count(distinct trace_id)::int from text_trace_mark`,
    );
    expect(left).toEqual([
      { table: 'traces', n: 1 },
      { table: 'marks', n: 1 },
    ]);
  });

  it('is the same when it is asked again about the same revision', async () => {
    const dyad = await foundDyad(test, 'again');
    const author = await member(test, dyad);
    const content = crypto.randomUUID();
    const looks = await Promise.all(Array.from({ length: 5 }, () => look(dyad, author, speech, { content })));
    expect(new Set(looks.map((found) => JSON.stringify(found))).size).toBe(1);
    const rows = await test.database.query(`select 1 from text_trace where content_id = $1`, [content]);
    expect(rows).toHaveLength(1);
  });

  it('knows how the last texts of an author fared', async () => {
    const dyad = await foundDyad(test, 'history');
    const [author, moderator] = [
      await member(test, dyad),
      await member(test, dyad, { side: 'b', roles: ['moderator'] }),
    ];
    const topic = await openTopic(test, dyad, 'pre', 'pre');
    const { thread } = await openThread(test, topic, await member(test, dyad, { side: 'b' }));
    const params = { dyad: dyad.slug };
    for (const text of ['едно', 'две', 'три', 'четири', 'пет', 'шест']) await write(author, dyad, thread, text);
    const { items } = await moderator.api.call('GET /api/dyads/:dyad/desk', { params, query: {} });
    for (const [at, { id, version }] of items.entries()) {
      if (at < 3) {
        const body = { version, reason: 'OFFTOPIC' as const, note: 'Не е по темата.' };
        await moderator.api.call('POST /api/dyads/:dyad/desk/:item/return', { params: { ...params, item: id }, body });
      } else {
        await moderator.api.call('POST /api/dyads/:dyad/desk/:item/approval', {
          params: { ...params, item: id },
          body: { version },
        });
      }
    }
    const { findings } = await look(dyad, author, 'Реката е чиста.');
    expect(findings).toEqual([
      expect.objectContaining({ code: 'restricted_before', params: { restricted: 3, of: 6 }, weight: 0.15 }),
    ]);
  });

  it('MOD-38: finds the same in a dyad whose sides are swapped', async () => {
    const { a, b } = smallDyad('x').sides;
    const straight = await foundDyad(test, 'straight');
    const mirrored = await foundDyad(test, 'mirrored', { sides: { a: b, b: a } });
    const texts = [
      'Предател!',
      speech,
      'Јавете се на 070 123 456',
      speech,
      'Тоа е нешто што сите го знаат',
      'СЪБОТА НА ПЛОЩАДА ВСИЧКИ',
    ];
    const told: Findings[][] = [];
    for (const [dyad, sides] of [
      [straight, ['a', 'b']],
      [mirrored, ['b', 'a']],
    ] as const) {
      await agree(dyad, 'wordlist.change', { language: 'bg', add: [word('предател')] });
      const people = [
        await member(test, dyad, { side: sides[0] }),
        await member(test, dyad, { side: sides[1] }),
      ] as const;
      const found: Findings[] = [];
      for (const [at, text] of texts.entries())
        found.push(
          await look(dyad, at % 2 === 0 ? people[0] : people[1], text, { language: at % 2 === 0 ? 'bg' : 'mk' }),
        );
      told.push(found);
    }
    expect(told[0]?.flatMap(codes).length).toBeGreaterThan(texts.length);
    expect(told[1]).toEqual(told[0]);
  });

  it('does not look in a dyad that there is not', async () => {
    const nobody = await member(test, await foundDyad(test, 'nowhere'));
    await expect(look({ id: crypto.randomUUID(), slug: 'x' }, nobody, 'Здравей')).rejects.toMatchObject({
      code: 'request.not_found',
    });
  });
});

describe('the service of the operator', () => {
  const secret = 'whsec_c2VjcmV0IG9mIHRoZSB0ZXN0cyBvbmx5ISEh';

  it('that is away is told, and everything else is found all the same', async () => {
    const settings = { MODERATION_CHECK_URL: 'http://127.0.0.1:9/', MODERATION_CHECK_SECRET: secret };
    const other = await startApp(settings);
    const dyad = await foundDyad(other);
    const found = await look(dyad, await member(other, dyad), 'Обадете се на 0888 123 456', {}, other);
    await other.close();
    expect(codes(found)).toEqual(['personal_phone', 'new_member', 'external_unavailable']);
  });

  it('is configured with its secret or not at all', () => {
    const settings = { NODE_ENV: 'test', ENTENTE_SECRET: 'only-for-tests-0123456789-abcdefghij' };
    const url = 'https://check.example.org/';
    expect(() => readConfig({ ...settings, MODERATION_CHECK_URL: url })).toThrow(/MODERATION_CHECK_SECRET is required/);
    expect(() => readConfig({ ...settings, MODERATION_CHECK_URL: url, MODERATION_CHECK_SECRET: 'a secret' })).toThrow(
      /MODERATION_CHECK_SECRET must be whsec_/,
    );
    expect(readConfig({ ...settings, MODERATION_CHECK_URL: url, MODERATION_CHECK_SECRET: secret })).toMatchObject({
      MODERATION_CHECK_URL: url,
    });
  });
});
