import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JointActView } from '../../shared/dyads/joint-act.schema.js';
import type { ConceptView, GlossaryView } from '../../shared/translation/glossary.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import type { Reply } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { openTopic, translated } from '../support/forum.js';
import { union } from '../support/glossary.js';
import { ofBothSides, together, type BothSides } from '../support/ratification.js';

let test: TestApp;
let dyad: TestDyad;
let both: BothSides;
let count = 0;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  dyad = await foundDyad(test, `glossary-${(count += 1)}`);
  both = await ofBothSides(test, dyad, ['steward']);
});

const read = (query: { version?: number } = {}): Promise<GlossaryView> =>
  test.visitor().call('GET /api/dyads/:dyad/glossary', { params: { dyad: dyad.slug }, query });

const propose = (who: TestMember, kind: string, details: unknown): Promise<Reply<unknown>> =>
  who.api.send('POST /api/dyads/:dyad/joint-acts', {
    params: { dyad: dyad.slug },
    body: { kind, details, reason: 'agreed at our meeting' },
  });

const agree = (who: TestMember, act: string): Promise<Reply<JointActView>> =>
  who.api.try('POST /api/dyads/:dyad/joint-acts/:act/answer', {
    params: { dyad: dyad.slug, act },
    body: { answer: 'agree' },
  });

/** Adds the concept of the tests, and says how it stands. */
async function added(): Promise<ConceptView> {
  await together(dyad, both, 'term.add', union);
  const [concept] = (await read()).concepts;
  if (!concept) throw new Error('nothing was added');
  return concept;
}

const side = {
  terms: [
    { language: 'bg', form: 'страна', status: 'contested' },
    { language: 'mk', form: 'страна', status: 'preferred' },
  ],
  note: { bg: 'И държава, и страна на разговор.', mk: 'Само страна на разговор.' },
} as const;

describe('the glossary of a dyad', () => {
  it('is empty at first, and open to everybody', async () => {
    expect(await read()).toEqual({ version: 0, inForce: 0, concepts: [], changes: [] });
  });

  it('gets a concept when a steward of each side agreed, and not before', async () => {
    const { answer } = await propose(both.a, 'term.add', union);
    const { id } = answer as JointActView;
    expect((await read()).concepts).toEqual([]);
    expect((await agree(both.a, id)).problem.code).toBe('joint_act.same_side');
    expect((await agree(both.b, id)).answer).toMatchObject({ state: 'done', kind: 'term.add', details: union });
    const { version, concepts, changes } = await read();
    expect(version).toBe(1);
    expect(concepts).toEqual([
      expect.objectContaining({
        revision: 1,
        note: union.note,
        terms: union.terms.map((term) => ({ forms: [], stems: [], ...term })),
      }),
    ]);
    expect(changes).toEqual([
      expect.objectContaining({ type: 'added', version: 1, name: { bg: 'водно сдружение', mk: 'водна заедница' } }),
    ]);
  });

  it('is changed by stewards only', async () => {
    for (const role of ['citizen', 'moderator', 'drafter', 'evaluator'] as const) {
      const person = await member(test, dyad, { roles: [role], strong: true });
      expect((await propose(person, 'term.add', union)).problem.code, role).toBe('access.denied');
    }
    const visitor = await test.visitor().send('POST /api/dyads/:dyad/joint-acts', {
      params: { dyad: dyad.slug },
      body: { kind: 'term.add', details: union, reason: 'agreed at our meeting' },
    });
    expect(visitor.problem.code).toBe('session.needed');
  });

  it('keeps every version: a change and a retirement leave what was before readable', async () => {
    const { id: concept } = await added();
    const note = { ...union.note, en: 'Some hear a reproach in it.' };
    const change = await together(dyad, both, 'term.change', { terms: side.terms, note, concept, revision: 1 });
    expect(change).toMatchObject({ details: { from: { note: union.note }, note } });
    await together(dyad, both, 'term.retire', { concept, revision: 2 });
    const now = await read();
    expect([now.version, now.concepts]).toEqual([3, []]);
    expect(now.changes.map(({ type, name }) => [type, name['bg']])).toEqual([
      ['retired', 'страна'],
      ['changed', 'страна'],
      ['added', 'водно сдружение'],
    ]);
    expect((await read({ version: 1 })).concepts).toMatchObject([{ id: concept, note: union.note }]);
    expect(await read({ version: 2 })).toMatchObject({ inForce: 3, concepts: [{ id: concept, note, revision: 2 }] });
    const later = { params: { dyad: dyad.slug }, query: { version: 4 } };
    expect((await test.visitor().try('GET /api/dyads/:dyad/glossary', later)).problem.code).toBe('request.not_found');
  });

  it('overwrites nothing that somebody changed meanwhile', async () => {
    const { id: concept } = await added();
    const proposed = await propose(both.b, 'term.change', { ...side, concept, revision: 1 });
    await together(dyad, both, 'term.change', { ...union, note: side.note, concept, revision: 1 });
    expect((await agree(both.a, (proposed.answer as JointActView).id)).problem.code).toBe('term.changed');
    expect((await propose(both.a, 'term.retire', { concept, revision: 1 })).problem.code).toBe('term.changed');
    expect((await read()).concepts).toMatchObject([{ note: side.note, revision: 2 }]);
  });

  it('has one entry for a word, also when two were proposed', async () => {
    const twice = { ...union, note: side.note };
    const first = await propose(both.a, 'term.add', union);
    const second = await propose(both.b, 'term.add', twice);
    await agree(both.b, (first.answer as JointActView).id);
    expect((await agree(both.a, (second.answer as JointActView).id)).problem.code).toBe('term.exists');
    expect((await propose(both.a, 'term.add', twice)).problem.code).toBe('term.exists');
    const shouted = { ...side, terms: [{ ...side.terms[0], form: 'ВОДНО СДРУЖЕНИЕ' }, side.terms[1]] };
    expect((await propose(both.a, 'term.add', shouted)).problem.code).toBe('term.exists');
    expect((await read()).concepts).toHaveLength(1);
  });

  it('SEC-59: numbers its versions without a gap, whoever agrees at the same moment', async () => {
    const words = ['мост', 'път', 'хляб', 'сол', 'праг', 'бряг'];
    const proposed = await Promise.all(
      words.map((form) =>
        propose(both.a, 'term.add', {
          terms: ['bg', 'mk'].map((language) => ({ language, form, status: 'preferred' })),
          note: side.note,
        }),
      ),
    );
    await Promise.all(proposed.map(({ answer }) => agree(both.b, (answer as JointActView).id)));
    const { changes } = await read();
    expect(changes.map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(changes.map(({ name }) => name['bg']).toSorted()).toEqual(words.toSorted());
  });

  it('has words and a note of both sides, and of no third', async () => {
    const refused = async (content: unknown): Promise<readonly string[]> => {
      const { status, problem } = await propose(both.a, 'term.add', content);
      expect(status).toBe(400);
      return problem.fields.map(({ field, rule }) => `${field.replace('body.details.', '')} ${rule}`);
    };
    const [ours, theirs] = side.terms;
    expect(await refused({ ...side, terms: [ours] })).toEqual(['terms.mk required']);
    expect(await refused({ ...side, note: { bg: 'Само на български.' } })).toEqual(['note.mk required']);
    expect(await refused({ ...side, terms: [ours, theirs, { ...theirs, language: 'en', form: 'side' }] })).toEqual([
      'terms.2.language not_one_of',
    ]);
    expect(await refused({ ...side, terms: [ours, theirs, { ...theirs, form: 'друга страна' }] })).toEqual([
      'terms.2.status not_one_of',
    ]);
    expect(await refused({ ...side, terms: [ours, { ...theirs, form: '…' }] })).toEqual(['terms.1.form wrong_format']);
    expect(await refused({ ...side, terms: [ours, { ...theirs, stems: ['ст'] }] })).toEqual([
      'terms.1.stems.0 too_short',
    ]);
    expect(await refused({ ...side, terms: [ours, { ...theirs, side: 'b' }] })).toEqual(['terms.1.side not_expected']);
  });

  it('gives machines what both sides call a thing, for texts of its dyad, from the next one on', async () => {
    const says = async (where: TestDyad): Promise<string> => {
      await openTopic(test, where, 'water', 'post');
      const author = await member(test, where, { side: 'b' });
      const { post } = await author.api.call('POST /api/dyads/:dyad/topics/:topic/threads', {
        params: { dyad: where.slug, topic: 'water' },
        body: { title: 'Вода', text: 'Нашата водна заедница работи.', language: 'mk' },
      });
      await translated(test);
      const at = { params: { dyad: where.slug, post } };
      const { body, translations } = await author.api.call('GET /api/dyads/:dyad/posts/:post', at);
      expect(JSON.stringify(body)).toContain('Нашата водна заедница работи.');
      return JSON.stringify(translations[0]?.body);
    };
    await added();
    expect(await says(dyad)).toContain('Нашата водно сдружение работи.');
    expect(await says(await foundDyad(test, 'glossary-without'))).toContain('Нашата водна заедница работи.');
  });

  it('SEC-18: knows nothing of another dyad', async () => {
    const { id: concept } = await added();
    const here = dyad;
    dyad = await foundDyad(test, 'glossary-other');
    const stranger = await member(test, dyad, { side: 'a', roles: ['steward'] });
    expect((await read()).concepts).toEqual([]);
    expect((await propose(stranger, 'term.retire', { concept, revision: 1 })).problem.code).toBe('request.not_found');
    expect((await propose(stranger, 'term.add', union)).status).toBe(201);
    dyad = here;
    expect((await propose(stranger, 'term.add', side)).problem.code).toBe('access.denied');
  });

  it('is only ever added to: the application may rewrite nothing of it', async () => {
    await added();
    for (const table of ['term_concept', 'term_revision', 'term']) {
      for (const change of [`update ${table} set dyad_id = dyad_id`, `delete from ${table}`]) {
        await test.database.query('begin');
        await test.database.query('set local role entente_app');
        await expect(test.database.query(change), change).rejects.toMatchObject({ code: '42501' });
        await test.database.query('rollback');
      }
    }
  });
});
