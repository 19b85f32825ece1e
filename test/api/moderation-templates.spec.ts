import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationDataSource } from '../../server/platform/database/data-source.js';
import { tables } from '../../server/tables.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';

let test: TestApp;
let dyad: TestDyad;
let ofA: TestMember;
let alsoOfA: TestMember;
let ofB: TestMember;
let neutral: TestMember;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  const moderator = (side: 'a' | 'b' | 'neutral') => member(test, dyad, { side, roles: ['citizen', 'moderator'] });
  [ofA, alsoOfA, ofB, neutral] = [
    await moderator('a'),
    await moderator('a'),
    await moderator('b'),
    await moderator('neutral'),
  ];
});
afterAll(() => test.close());

const texts = {
  title: { bg: 'Друга тема', mk: 'Друга тема' },
  text: { bg: 'Темата е {{topic}}.', mk: 'Темата е {{topic}}.' },
};
const here = () => ({ params: { dyad: dyad.slug } });
const list = async ({ api }: TestMember) => (await api.call('GET /api/dyads/:dyad/desk-templates', here())).templates;
const propose = ({ api }: TestMember, body: Partial<typeof texts> = {}) =>
  api.try('POST /api/dyads/:dyad/desk-templates', { ...here(), body: { reason: 'OFFTOPIC', ...texts, ...body } });
const revise = ({ api }: TestMember, template: string, after: number, text = texts.text) =>
  api.try('POST /api/dyads/:dyad/desk-templates/:template/versions', {
    params: { dyad: dyad.slug, template },
    body: { title: texts.title, text, after },
  });
const key = ({ api }: TestMember, template: string, version: number) =>
  api.try('POST /api/dyads/:dyad/desk-templates/:template/versions/:version/keys', {
    params: { dyad: dyad.slug, template, version },
  });

describe('templates', () => {
  it('are in force with a key of each side, and not before', async () => {
    const { answer, status } = await propose(ofA);
    expect(status).toBe(201);
    expect(answer).toMatchObject({ inForce: null, proposed: { version: 1, keys: ['a'], gaps: ['topic'] } });
    expect((await key(ofA, answer.id, 1)).problem.code).toBe('template.key_given');
    expect((await key(alsoOfA, answer.id, 1)).problem.code).toBe('template.key_given');
    expect((await key(neutral, answer.id, 1)).problem.code).toBe('access.denied');
    const agreed = (await key(ofB, answer.id, 1)).answer;
    expect(agreed).toMatchObject({ inForce: { version: 1, keys: ['a', 'b'] }, proposed: null });
    expect(await list(ofA)).toEqual(await list(ofB));
  });

  it('need both keys when a neutral moderator proposes them', async () => {
    const { id } = (await propose(neutral)).answer;
    expect((await key(ofB, id, 1)).answer.inForce).toBeNull();
    expect((await key(ofA, id, 1)).answer.inForce).toMatchObject({ version: 1 });
  });

  it('MOD-21: get a new version when their words change, and the old one stays as it was', async () => {
    const { id } = (await propose(ofB)).answer;
    await key(ofA, id, 1);
    const text = { bg: 'Моля, пишете за {{topic}}.', mk: 'Ве молиме, пишувајте за {{topic}}.' };
    const revised = (await revise(ofB, id, 1, text)).answer;
    expect(revised).toMatchObject({ inForce: { version: 1, text: texts.text }, proposed: { version: 2, text } });
    expect((await revise(ofA, id, 1)).problem.code).toBe('template.changed');
    expect((await key(ofA, id, 1)).problem.code).toBe('template.changed');
    expect((await key(ofA, id, 2)).answer).toMatchObject({ inForce: { version: 2, text }, proposed: null });
    const rows = await test.database.query(
      `select version, text from moderation_template_version where template_id = $1 order by version`,
      [id],
    );
    expect(rows).toEqual([
      { version: 1, text: texts.text },
      { version: 2, text },
    ]);
  });

  it('MOD-21: are changed by nobody: the application may add versions and keys, and nothing else', async () => {
    const source = await applicationDataSource(test.database.url, tables).initialize();
    try {
      for (const table of ['moderation_template', 'moderation_template_version', 'moderation_template_key'])
        for (const change of [`update ${table} set dyad_id = dyad_id`, `delete from ${table}`])
          await expect(source.query(change)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await source.destroy();
    }
  });

  it('exist in the languages of both sides, with gaps that can be filled in both', async () => {
    const fields = async (body: Partial<typeof texts> | Record<string, object>) =>
      (await propose(ofA, body as Partial<typeof texts>)).problem.fields.map(({ field, rule }) => [field, rule]);
    expect(await fields({ text: { bg: 'Без превод.' } })).toEqual([['body.text.mk', 'required']]);
    expect(await fields({ title: { mk: 'Наслов' } })).toEqual([['body.title.bg', 'required']]);
    expect(await fields({ text: { bg: 'За {{topic}}.', mk: 'За темата.' } })).toEqual([
      ['body.text.mk', 'wrong_format'],
    ]);
    expect(await fields({ text: { bg: 'За {{login}}.', mk: 'За {{login}}.' } })).toHaveLength(2);
  });

  it('have a key of a moderator of exactly that side in the database, whatever the application believes', async () => {
    const { id } = (await propose(ofA)).answer;
    const citizen = await member(test, dyad, { side: 'b' });
    for (const who of [ofA, neutral, citizen])
      await expect(
        test.database.query(
          `insert into moderation_template_key (template_id, version, side, dyad_id, member_id, at)
           values ($1, 1, 'b', $2, $3, now())`,
          [id, dyad.id, who.id],
        ),
      ).rejects.toMatchObject({ constraint: 'moderation_template_key_moderator' });
  });
});

describe('words that go to somebody', () => {
  it('MOD-45: are refused while a gap is left in them', async () => {
    const params = { dyad: dyad.slug, post: '00000000-0000-4000-8000-000000000000' };
    for (const note of ['Темата е {{topic}}, моля.', 'Моля, {{ quote', 'Нещо }} още']) {
      const { problem } = await ofA.api.try('POST /api/dyads/:dyad/posts/:post/hold', {
        params,
        body: { reason: 'OFFTOPIC', note },
      });
      expect(problem.fields).toMatchObject([{ field: 'body.note', rule: 'unfilled' }]);
    }
  });
});
