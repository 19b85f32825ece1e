import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interchangeLimits, type MemoryFormat } from '../../shared/translation/interchange.rules.js';
import type { ImportReport } from '../../shared/translation/interchange.schema.js';
import { foundDyad, member, smallDyad, type TestDyad, type TestMember } from '../support/actors.js';
import type { Reply } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { manyUnits, memoryOfDebian, unitsOf } from '../support/debian-memory.js';
import { openThread, openTopic, translated } from '../support/forum.js';

let test: TestApp;
let dyad: TestDyad;
let steward: TestMember;

beforeAll(async () => {
  test = await startApp({ TRANSLATION_ENGINES: 'apertium,pseudo' });
  dyad = await foundDyad(test, 'interchange');
  steward = await member(test, dyad, { side: 'a', roles: ['steward'] });
});
afterAll(() => test.close());

interface Brought {
  readonly format?: MemoryFormat;
  readonly isTrial?: boolean;
  readonly isByPeople?: boolean;
  readonly who?: TestMember;
  readonly to?: TestDyad;
}

const bring = (content: string, how: Brought = {}): Promise<Reply<ImportReport>> => {
  const { format = 'tmx', isTrial = false, isByPeople = true, who = steward, to = dyad } = how;
  return who.api.try('POST /api/dyads/:dyad/memory/imports', {
    params: { dyad: to.slug },
    body: { format, fileName: `brought.${format}`, content, isByPeople, isTrial },
  });
};

const stored = async ({ id }: TestDyad = dyad): Promise<number> =>
  (await test.database.query(`select 1 from memory_entry where dyad_id = $1`, [id])).length;

const taken = async (ending: 'tmx' | 'xlf' | 'csv', from: string, to: string, who = steward, of = dyad) => {
  const path = `${test.url}/api/dyads/${of.slug}/memory.${ending}?from=${from}&to=${to}`;
  const response = await fetch(path, { headers: { cookie: who.api.cookie ?? '' } });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

const small = `<tmx version="1.4"><header srclang="mk"/><body>
<tu tuid="1"><prop type="x-client">река</prop><tuv xml:lang="mk"><seg>Реката <ph x="1">&lt;br&gt;</ph>тече.</seg></tuv><tuv xml:lang="bg"><seg>Реката тече.</seg></tuv></tu>
<tu tuid="2"><tuv xml:lang="mk"><seg>Мост.</seg></tuv><tuv xml:lang="de"><seg>Brücke.</seg></tuv></tu>
</body></tmx>`;

describe('files for the memory of a dyad', () => {
  it('say on trial what would come of them, row by row, and leave nothing behind', async () => {
    const { status, answer } = await bring(small, { isTrial: true });
    expect([status, answer]).toEqual([
      200,
      { rows: 2, added: 1, repeated: 0, left: 1, problems: [{ line: 3, problem: 'other_languages' }] },
    ]);
    expect(await stored()).toBe(0);
  });

  it('are brought in once, not as agreed, and come out again in every format', async () => {
    expect((await bring(small)).answer).toMatchObject({ added: 1, repeated: 0 });
    expect((await bring(small)).answer).toMatchObject({ added: 0, repeated: 1 });
    const page = await steward.api.call('GET /api/dyads/:dyad/memory', { params: { dyad: dyad.slug }, query: {} });
    expect(page.entries).toMatchObject([
      { origin: 'import', fileName: 'brought.tmx', confirmedBy: [], source: { text: 'Реката тече.' } },
    ]);
    const tmx = await taken('tmx', 'mk', 'bg');
    expect(tmx).toMatchObject({ status: 200, type: 'application/x-tmx+xml; charset=utf-8' });
    expect(tmx.text).toContain('<seg>Реката <ph x="1">&lt;br&gt;</ph>тече.</seg>');
    expect(tmx.text).toContain('<prop type="x-client">река</prop>');
    const xliff = await taken('xlf', 'mk', 'bg');
    expect(xliff.text).toContain('state="translated"><source>Реката <ph id="p1" dataRef="d1"/>тече.</source>');
    expect((await taken('csv', 'mk', 'bg')).text).toContain('mk,bg,Реката тече.,Реката тече.,1');
    expect((await taken('csv', 'bg', 'mk')).text).not.toContain('Реката');
  });

  it('leave nothing of themselves when they break off, however much of them was fine', async () => {
    const before = await stored();
    const units = Array.from(
      { length: 1200 },
      (_, at) =>
        `<tu><tuv xml:lang="mk"><seg>Збор ${at}</seg></tuv><tuv xml:lang="bg"><seg>Дума ${at}</seg></tuv></tu>\n`,
    ).join('');
    const { status, problem } = await bring(`<tmx><header srclang="mk"/><body>\n${units}</tmx>`);
    expect([status, problem.code, problem.params]).toEqual([400, 'interchange.unreadable', { line: 1202 }]);
    expect(problem.detail).toContain('1202');
    expect(await stored()).toBe(before);
  });

  it('are refused when they are too large, declare entities, or are of another format', async () => {
    const large = await bring(`<tmx>${' '.repeat(interchangeLimits.bytes)}</tmx>`);
    expect([large.status, large.problem.code]).toEqual([413, 'interchange.too_large']);
    const larger = await bring(`<tmx>${' '.repeat(2 * interchangeLimits.bytes)}</tmx>`);
    expect([larger.status, larger.problem.params]).toEqual([413, { limitKilobytes: 20_480 }]);
    const entities = await bring('<!DOCTYPE tmx [<!ENTITY a "ha">]><tmx/>');
    expect(entities.problem.code).toBe('interchange.declarations');
    expect((await bring('<xliff/>')).problem.code).toBe('interchange.wrong_format');
    expect(await stored()).toBe(1);
  });

  it('are brought by stewards, and taken by those who translate here', async () => {
    const moderator = await member(test, dyad, { side: 'b', roles: ['moderator'] });
    expect((await bring(small, { who: moderator })).problem.code).toBe('access.denied');
    expect((await taken('tmx', 'mk', 'bg', moderator)).status).toBe(200);
    const citizen = await member(test, dyad, { side: 'b' });
    expect((await taken('tmx', 'mk', 'bg', citizen)).status).toBe(403);
    const elsewhere = await foundDyad(test, 'elsewhere');
    expect((await bring(small, { to: elsewhere })).problem.code).toBe('access.denied');
    expect((await taken('tmx', 'mk', 'bg', steward, elsewhere)).status).toBe(403);
  });
});

const ofDebian = memoryOfDebian('bg');

describe.skipIf(unitsOf(ofDebian) < manyUnits)(
  "a memory of more than ten thousand units, of Debian's own translators",
  () => {
    let english: TestDyad;
    let ours: TestMember;
    beforeAll(async () => {
      english = await foundDyad(test, 'debian', { ...smallDyad('debian'), bridgeLanguage: 'en' });
      ours = await member(test, english, { side: 'b', roles: ['steward', 'citizen', 'moderator'] });
    });

    it('is brought in, translates beside Apertium, and comes out and in again with nothing lost', async () => {
      const report = (await bring(ofDebian, { who: ours, to: english })).answer;
      expect(report.rows).toBe(unitsOf(ofDebian));
      expect(report.added).toBeGreaterThan(manyUnits * 0.9);
      expect(report.added + report.repeated + report.left).toBe(report.rows);
      const topic = await openTopic(test, english, 'water', 'post');
      const { thread } = await openThread(test, topic, ours);
      const says = async (text: string, language: string) => {
        const { id } = await ours.api.call('POST /api/dyads/:dyad/threads/:thread/posts', {
          params: { dyad: english.slug, thread },
          body: { text, language },
        });
        await translated(test);
        const at = { params: { dyad: english.slug, post: id } };
        const { translations } = await ours.api.call('GET /api/dyads/:dyad/posts/:post', at);
        return translations.find((one) => one.language === 'bg');
      };
      const [known] = await test.database.query<{ source: string }>(
        `select source from memory_entry where dyad_id = $1 and source ~ '^[A-Z][a-z]+( [a-z]+){3}$' order by source limit 1`,
        [english.id],
      );
      expect(await says(known?.source ?? '', 'en')).toMatchObject({
        status: 'memory',
        memory: { match: 'exact', origins: ['import'], isAgreed: false },
      });
      const hasApertium = existsSync('/usr/share/apertium/modes/mkd-bul.mode');
      expect(await says('Реката не е чиста.', 'mk')).toMatchObject({ engine: hasApertium ? 'apertium' : 'pseudo' });
      const out = await taken('tmx', 'en', 'bg', ours, english);
      expect(unitsOf(out.text)).toBe(report.added);
      const again = await foundDyad(test, 'debian-again', { ...smallDyad('debian-again'), bridgeLanguage: 'en' });
      const there = await member(test, again, { side: 'a', roles: ['steward'] });
      expect((await bring(out.text, { who: there, to: again })).answer).toEqual({
        rows: report.added,
        added: report.added,
        repeated: 0,
        left: 0,
        problems: [],
      });
      const lost = await test.database.query(
        `select source, target, unit, unit_name from memory_entry where dyad_id = $1
       except select source, target, unit, unit_name from memory_entry where dyad_id = $2`,
        [english.id, again.id],
      );
      expect(lost).toEqual([]);
    }, 120_000);
  },
);
