import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../server/cli/command-line.js';
import { csvLine } from '../server/platform/csv/csv.js';
import { foundDyad, member, type TestDyad, type TestMember } from './support/actors.js';
import { startApp, testSecret, type TestApp } from './support/app.js';
import { ofBothSides, organisation, together, type BothSides } from './support/ratification.js';

let test: TestApp;
let dyad: TestDyad;
let stewards: BothSides;
let drafter: TestMember;
const folder = mkdtempSync(join(tmpdir(), 'entente-commitments-'));

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  stewards = await ofBothSides(test, dyad, ['steward']);
  drafter = await member(test, dyad, { roles: ['drafter'] });
  await organisation(test, dyad, stewards, { side: 'a', name: 'Историческо дружество' });
  await organisation(test, dyad, stewards, { side: 'b', name: 'Друштво на историчари' });
  const settings = {
    DATABASE_URL: test.database.url,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    ENTENTE_SECRET: testSecret,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await test.close();
});

/**
 * Two commitments of the treaty of friendship, good-neighbourliness and cooperation of 1 August 2017, in words of our own;
 * it came into force on 14 February 2018.
 */
const treaty = {
  promisor: 'joint',
  organisations: 'Историческо дружество|Друштво на историчари',
  agreement_bg: 'Договор за приятелство, добросъседство и сътрудничество',
  agreement_mk: 'Договор за пријателство, добрососедство и соработка',
  link: 'https://treaties.example.org/2017-08-01',
  agreed_on: '2017-08-01',
  decimals: '0',
  evidence_bg: 'Съобщения на двете министерства.',
  evidence_mk: 'Соопштенија на двете министерства.',
  weight: '1',
};
const history = {
  ...treaty,
  commitment: 'history',
  title_bg: 'Обща комисия по историческите въпроси',
  title_mk: 'Заедничка комисија за историските прашања',
  text_bg: 'До три месеца след влизането в сила се създава комисия от учени на двете страни.',
  text_mk: 'До три месеци по стапувањето во сила се формира комисија од научници од двете страни.',
  article: '8(2)',
  indicator_bg: 'Създадени комисии',
  indicator_mk: 'Формирани комисии',
  unit_bg: 'комисии',
  unit_mk: 'комисии',
  baseline: '0',
  target: '1',
  deadline: '2018-05-14',
  milestone_bg: 'Комисията е създадена',
  milestone_mk: 'Комисијата е формирана',
  due: '2018-05-14',
  value: '1',
};
const review = {
  ...history,
  commitment: 'review',
  title_bg: 'Преглед на изпълнението всяка година',
  title_mk: 'Преглед на спроведувањето секоја година',
  text_bg: 'Междуправителствена комисия се събира поне веднъж в годината.',
  text_mk: 'Меѓувладина комисија се состанува барем еднаш годишно.',
  article: '12',
  deadline: '2020-02-14',
  milestone_bg: 'Първа среща',
  milestone_mk: 'Прва средба',
  due: '2019-02-14',
};
const second = {
  commitment: 'review',
  milestone_bg: 'Втора среща',
  milestone_mk: 'Втора средба',
  due: '2020-02-14',
  value: '',
  weight: '2',
};

function fileOf(...rows: Readonly<Record<string, string>>[]): string {
  const columns = Object.keys(history);
  const path = join(folder, `${rows.length}-${Math.random()}.csv`);
  writeFileSync(path, [csvLine(columns), ...rows.map((row) => csvLine(columns.map((one) => row[one] ?? '')))].join(''));
  return path;
}

/** Runs the command as somebody at a terminal does. */
async function bring(path: string, who: string, ...options: string[]) {
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(() => true),
  );
  try {
    const code = await runCommandLine(['import', 'commitments', `river:${who}:${path}`, ...options]);
    return { code, said: streams.flatMap(({ mock }) => mock.calls.map(([text]) => String(text))).join('') };
  } finally {
    for (const stream of streams) stream.mockRestore();
  }
}

const drafts = async () => {
  const answer = await drafter.api.call('GET /api/dyads/:dyad/commitment-drafts', { params: { dyad: dyad.slug } });
  return answer.drafts;
};

describe('the import of an agreement', () => {
  it('says why what does not fit does not, line by line, and then keeps nothing', async () => {
    const path = fileOf(
      history,
      { ...review, title_mk: '', link: 'http://treaties.example.org' },
      { ...second, due: '2031-01-01' },
      { ...history, commitment: 'third', organisations: 'Историческо дружество' },
    );
    const { code, said } = await bring(path, drafter.pseudonym);
    expect(code).toBe(1);
    expect(said).toContain('3 commitments: nothing is drafted, 2 do not fit.');
    expect(said).toMatch(/line 3: .*\(commitment\.title\.mk\)/);
    expect(said).toMatch(/line 3: .*\(commitment\.origin\.link\)/);
    expect(said).toMatch(/line 5: The responsible organisations/);
    expect(await drafts()).toEqual([]);
  });

  it('leaves nothing behind when it is only tried, and is for members who draft', async () => {
    const path = fileOf(history, review, second);
    expect(await bring(path, drafter.pseudonym, '--dry-run')).toMatchObject({
      code: 0,
      said: '2 commitments: all would be drafted.\n',
    });
    const citizen = await member(test, dyad);
    expect((await bring(path, citizen.pseudonym)).code).toBe(1);
    expect((await bring(path, 'nobody')).code).toBe(1);
    writeFileSync(path, 'commitment,promisor\nx,a\n');
    expect((await bring(path, drafter.pseudonym)).code).toBe(1);
    expect(await drafts()).toEqual([]);
  });

  it('drafts all of a file, which both sides adopt like any other', async () => {
    expect(await bring(fileOf(history, review, second), drafter.pseudonym)).toMatchObject({ code: 0 });
    const all = await drafts();
    expect(all.map(({ content, imported }) => [content.title['bg'], content.milestones.length, imported])).toEqual(
      expect.arrayContaining([
        [history.title_bg, 1, true],
        [review.title_bg, 2, true],
      ]),
    );
    const one = all.find(({ content }) => content.milestones.length === 2);
    expect(one?.content).toMatchObject({
      origin: { type: 'agreement', article: '12', day: '2017-08-01' },
      milestones: [
        { value: 1, weight: 1 },
        { value: null, weight: 2, due: '2020-02-14' },
      ],
    });
    await together(dyad, stewards, 'commitment.adopt', { commitment: one?.id, hash: one?.hash });
    const { commitments } = await test.visitor().call('GET /api/dyads/:dyad/commitments', {
      params: { dyad: dyad.slug },
      query: {},
    });
    expect(commitments).toMatchObject([{ title: { mk: review.title_mk }, overdue: true }]);
  });
});
