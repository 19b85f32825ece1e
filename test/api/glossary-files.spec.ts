import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Retention } from '../../server/platform/retention/retention.js';
import type { JointActView } from '../../shared/dyads/joint-act.schema.js';
import { glossaryFileLimits, type GlossaryFormat } from '../../shared/translation/glossary-files.rules.js';
import type { PreparedGlossaryImport } from '../../shared/translation/glossary-files.schema.js';
import type { GlossaryView } from '../../shared/translation/glossary.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import type { Reply } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
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
  dyad = await foundDyad(test, `glossary-files-${(count += 1)}`);
  both = await ofBothSides(test, dyad, ['steward']);
});

const read = (of = dyad): Promise<GlossaryView> =>
  test.visitor().call('GET /api/dyads/:dyad/glossary', { params: { dyad: of.slug }, query: {} });

const taken = async (ending: string, of = dyad) => {
  const response = await fetch(`${test.url}/api/dyads/${of.slug}/glossary.${ending}`);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    name: response.headers.get('content-disposition'),
    text: await response.text(),
  };
};

const prepare = (
  content: string,
  { who = both.a, format = 'csv', of = dyad }: { who?: TestMember; format?: GlossaryFormat; of?: TestDyad } = {},
): Promise<Reply<PreparedGlossaryImport>> =>
  who.api.try('POST /api/dyads/:dyad/glossary/imports', {
    params: { dyad: of.slug },
    body: { format, fileName: `words.${format}`, content },
  });

const propose = (details: object, who = both.a): Promise<Reply<unknown>> =>
  who.api.send('POST /api/dyads/:dyad/joint-acts', {
    params: { dyad: dyad.slug },
    body: { kind: 'glossary.import', details: { ...details }, reason: 'agreed at our meeting' },
  });

const agree = (who: TestMember, { answer }: Reply<unknown>): Promise<Reply<JointActView>> =>
  who.api.try('POST /api/dyads/:dyad/joint-acts/:act/answer', {
    params: { dyad: dyad.slug, act: (answer as JointActView).id },
    body: { answer: 'agree' },
  });

const row = (name: string, bg: string, mk: string): string =>
  `${name},bg,${bg},preferred,,,Бележка.\r\n${name},mk,${mk},preferred,,,Белешка.\r\n`;
const csv = (...rows: readonly string[]): string => `concept,language,term,status,forms,stems,note\r\n${rows.join('')}`;

const proposalOf = ({ answer }: Reply<PreparedGlossaryImport>) => {
  if (!answer.proposal) throw new Error('there is nothing to propose');
  return answer.proposal;
};

describe('files of the glossary of a dyad', () => {
  it('are taken by everybody, as TBX and as a table', async () => {
    await together(dyad, both, 'term.add', union);
    const tbx = await taken('tbx');
    expect(tbx).toMatchObject({ status: 200, type: 'application/x-tbx+xml; charset=utf-8' });
    expect(tbx.name).toContain('glossary 1.tbx');
    expect(tbx.text).toContain('<term>вододелци</term><note>x-entente-status: contested</note>');
    const table = await taken('csv');
    expect(table.text).toContain(',bg,вододелци,contested,вододелците,');
    expect((await taken('csv?version=2')).status).toBe(404);
  });

  it('come in together when a steward of each side agreed to exactly what was read, and not before', async () => {
    await together(dyad, both, 'term.add', union);
    const [concept] = (await read()).concepts;
    const file = csv(
      row(concept?.id ?? '', 'водно сдружение', 'водна задруга'),
      row('x', 'мост', 'мост'),
      'y,bg,път,,,,\r\n',
    );
    const prepared = await prepare(file);
    expect(prepared.answer.report).toEqual({
      added: 1,
      changed: 1,
      unchanged: 0,
      left: 1,
      problems: [{ line: 6, problem: 'words_missing' }],
    });
    expect((await read()).inForce).toBe(1);
    const proposal = proposalOf(prepared);
    expect((await propose({ ...proposal, hash: '0'.repeat(64) })).problem.code).toBe('request.not_found');
    const act = await propose(proposal);
    expect((await read()).inForce).toBe(1);
    expect((await agree(both.a, act)).problem.code).toBe('joint_act.same_side');

    // Before the other side puts its key, it reads what would come in, and from what to what.
    const params = { dyad: dyad.slug, import: proposal.import };
    const seen = await both.b.api.call('GET /api/dyads/:dyad/glossary/imports/:import', { params });
    expect(seen).toMatchObject({
      ...proposal,
      fileName: 'words.csv',
      changes: [
        { type: 'changed', from: union, terms: [{}, { form: 'водна задруга' }] },
        { type: 'added', terms: [{ form: 'мост' }, { form: 'мост' }] },
      ],
    });
    expect((await agree(both.b, act)).answer).toMatchObject({
      state: 'done',
      details: { ...proposal, fileName: 'words.csv', added: 1, changed: 1, unchanged: 0, left: 1 },
    });
    const { inForce, concepts, changes } = await read();
    expect(inForce).toBe(3);
    expect(concepts.map(({ terms }) => terms.map(({ form }) => form))).toEqual([
      ['водно сдружение', 'водна задруга'],
      ['мост', 'мост'],
    ]);
    expect(changes.map(({ type, version }) => [type, version])).toEqual([
      ['added', 3],
      ['changed', 2],
      ['added', 1],
    ]);
  });

  it.each(['tbx', 'csv'] as const)('come out as %s and in again elsewhere with nothing lost', async (format) => {
    await together(dyad, both, 'term.add', { ...union, note: { ...union.note, en: 'Some hear a reproach, "=x".' } });
    const here = await read();
    const out = (await taken(format)).text;
    expect((await prepare(out, { format })).answer).toEqual({
      report: { added: 0, changed: 0, unchanged: 1, left: 0, problems: [] },
      proposal: null,
    });
    dyad = await foundDyad(test, `elsewhere-${format}`);
    both = await ofBothSides(test, dyad, ['steward']);
    const act = await propose(proposalOf(await prepare(out, { format })));
    expect((await agree(both.b, act)).answer.state).toBe('done');
    const substance = ({ concepts }: GlossaryView) => concepts.map(({ terms, note }) => ({ terms, note }));
    expect(substance(await read())).toEqual(substance(here));
  });

  it('come in as a whole or not at all: what the glossary became meanwhile is never overwritten', async () => {
    await together(dyad, both, 'term.add', union);
    const [concept] = (await read()).concepts;
    if (!concept) throw new Error('nothing was added');
    const change = await propose(
      proposalOf(await prepare(csv(row(concept.id, 'сдружение', 'задруга'), row('x', 'мост', 'мост')))),
    );
    const addition = await propose(proposalOf(await prepare(csv(row('x', 'мост', 'мост'), row('y', 'път', 'пат')))));
    const note = { ...union.note, en: 'Some hear a reproach in it.' };
    await together(dyad, both, 'term.change', { ...union, note, concept: concept.id, revision: 1 });
    await together(dyad, both, 'term.add', {
      terms: ['bg', 'mk'].map((language) => ({ language, form: 'мост', status: 'preferred' })),
      note,
    });
    expect((await agree(both.b, change)).problem.code).toBe('term.changed');
    expect((await agree(both.b, addition)).problem.code).toBe('term.exists');
    expect((await read()).inForce).toBe(3);
    expect((await read()).concepts.map(({ terms }) => terms[0]?.form)).toEqual(['водно сдружение', 'мост']);
  });

  it('are brought by stewards only, into their own dyad', async () => {
    const file = csv(row('x', 'мост', 'мост'));
    const moderator = await member(test, dyad, { side: 'b', roles: ['moderator'], strong: true });
    expect((await prepare(file, { who: moderator })).problem.code).toBe('access.denied');
    const proposal = proposalOf(await prepare(file));
    const other = await foundDyad(test, `glossary-files-other-${count}`);
    const stranger = await member(test, other, { side: 'a', roles: ['steward'] });
    expect((await prepare(file, { who: stranger })).problem.code).toBe('access.denied');
    const there = { params: { dyad: other.slug, import: proposal.import } };
    const foreign = await stranger.api.try('GET /api/dyads/:dyad/glossary/imports/:import', there);
    expect(foreign.problem.code).toBe('request.not_found');
    const here = { params: { dyad: dyad.slug, import: proposal.import } };
    const theirs = await moderator.api.try('GET /api/dyads/:dyad/glossary/imports/:import', here);
    expect(theirs.problem.code).toBe('access.denied');
  });

  it('are refused as a whole when they are too large, hold too much, or are no such file', async () => {
    const large = await prepare(' '.repeat(glossaryFileLimits.bytes + 1));
    expect([large.status, large.problem.code]).toEqual([413, 'interchange.too_large']);
    const entities = await prepare('<!DOCTYPE tbx [<!ENTITY a "ha">]><tbx/>', { format: 'tbx' });
    expect(entities.problem.code).toBe('interchange.declarations');
    const broken = await prepare('<tbx>\n<text>', { format: 'tbx' });
    expect([broken.problem.code, broken.problem.params]).toEqual(['interchange.unreadable', { line: 2 }]);
    const rows = Array.from({ length: glossaryFileLimits.concepts + 1 }, (_, at) =>
      row(`${at}`, `дума${at}`, `збор${at}`),
    );
    expect((await prepare(csv(...rows))).problem.code).toBe('glossary.too_many');
    const most = await prepare(csv(...rows.slice(1)));
    expect((await agree(both.b, await propose(proposalOf(most)))).answer.state).toBe('done');
    expect((await read()).inForce).toBe(glossaryFileLimits.concepts);
  });

  it('are forgotten after some days when nobody proposed them, and never when somebody did', async () => {
    const kept = proposalOf(await prepare(csv(row('x', 'мост', 'мост'))));
    await propose(kept);
    const forgotten = proposalOf(await prepare(csv(row('y', 'път', 'пат'))));
    test.clock.advance({ days: glossaryFileLimits.days, hours: 1 });
    await test.app.get(Retention).run();
    const rows = await test.database.query<{ id: string }>(`select id from glossary_import where id = any($1)`, [
      [kept.import, forgotten.import],
    ]);
    expect(rows).toEqual([{ id: kept.import }]);
    await test.database.query('begin');
    await test.database.query('set local role entente_app');
    await test.database.query(`select set_config('app.dyad', '*', true)`);
    expect(await test.database.query(`delete from glossary_import where id = $1 returning id`, [kept.import])).toEqual(
      [],
    );
    await expect(test.database.query(`update glossary_import set changes = '[]'`)).rejects.toMatchObject({
      code: '42501',
    });
    await test.database.query('rollback');
  });
});
