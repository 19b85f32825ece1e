import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JointActView } from '../../shared/dyads/joint-act.schema.js';
import type { EgressView, OutsideEngine } from '../../shared/translation/egress.schema.js';
import { retranslation } from '../../shared/translation/retranslation.rules.js';
import type { TranslationView } from '../../shared/translation/translation.schema.js';
import { Translator } from '../../server/modules/translation/translator.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import type { Reply } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { draft, wordsOf } from '../support/comments.js';
import { engineServer, type Answer, type EngineServer } from '../support/engine-server.js';
import { openThread, openTopic, translated, write, type TestTopic } from '../support/forum.js';
import { ofBothSides, together, type BothSides } from '../support/ratification.js';

/** What DeepL says; a translation has a word of the target language in it, so that it differs from its source. */
const asDeepl = (path: string, json: unknown): Answer =>
  path === '/v2/translate'
    ? { body: { translations: (json as { text: string[] }).text.map((text) => ({ text: `${text} Вода` })) } }
    : { body: ['BG', 'MK'].map((language) => ({ language })) };

const deepl: OutsideEngine = { engine: 'deepl', recipient: 'DeepL SE', country: 'DE' };
const reason = 'agreed at our meeting';

let server: EngineServer;
let answer: (path: string, json: unknown) => Answer;
let test: TestApp;
let dyad: TestDyad;
let both: BothSides;
let topic: TestTopic;
let count = 0;

const settings = (url: string): Record<string, string> => ({
  TRANSLATION_ENGINES: 'deepl',
  DEEPL_URL: url,
  DEEPL_API_KEY: 'key',
});

beforeAll(async () => {
  server = await engineServer(({ path, json }) => answer(path, json));
  test = await startApp({ ...settings(server.url), TRANSLATION_BUDGETS: 'deepl=10000' });
});
afterAll(async () => {
  await test.close();
  await server.close();
});
beforeEach(async () => {
  answer = asDeepl;
  dyad = await foundDyad(test, `egress-${(count += 1)}`);
  both = await ofBothSides(test, dyad, ['steward']);
  topic = await openTopic(test, dyad, 'water', 'post');
  server.asked.length = 0;
});

const read = (): Promise<EgressView> =>
  test.visitor().call('GET /api/dyads/:dyad/egress', { params: { dyad: dyad.slug } });

const propose = (who: TestMember, details: unknown = deepl): Promise<Reply<unknown>> =>
  who.api.send('POST /api/dyads/:dyad/joint-acts', {
    params: { dyad: dyad.slug },
    body: { kind: 'egress.consent', details, reason },
  });

const withdraw = (who: TestMember, engine = 'deepl'): Promise<Reply<EgressView>> =>
  who.api.try('POST /api/dyads/:dyad/egress/:engine/withdrawal', {
    params: { dyad: dyad.slug, engine },
    body: { reason: 'we read their terms again' },
  });

/** A post of side b, and its translation once the engines are done. */
async function posted(text = 'Добро утро', staysInside = false): Promise<TranslationView | undefined> {
  const { thread } = await openThread(test, topic, both.a);
  const { id } = await both.b.api.call('POST /api/dyads/:dyad/threads/:thread/posts', {
    params: { dyad: dyad.slug, thread },
    body: { text, language: 'mk', staysInside },
  });
  await translated(test);
  const { translations } = await both.a.api.call('GET /api/dyads/:dyad/posts/:post', {
    params: { dyad: dyad.slug, post: id },
  });
  return translations[0];
}

/** What the server of the others was sent, in one string. */
const sent = (): string => server.asked.map(({ path, text }) => `${path} ${text}`).join('\n');

/** Until what was written anew is translated, after the rest that its author has. */
async function rested(): Promise<void> {
  test.clock.advance({ seconds: retranslation.afterEdit + 1 });
  await translated(test);
}

describe('an engine of others', () => {
  it.each<[string, () => Promise<unknown>, boolean]>([
    ['nobody', async () => undefined, false],
    ['a steward of side a alone', () => propose(both.a), false],
    ['a steward of side b alone', () => propose(both.b), false],
    ['stewards of both sides', () => together(dyad, both, 'egress.consent', deepl), true],
    ['both, the other one first', () => together(dyad, { a: both.b, b: both.a }, 'egress.consent', deepl), true],
    [
      'both, and side a withdrew it',
      async () => {
        await together(dyad, both, 'egress.consent', deepl);
        await withdraw(both.a);
      },
      false,
    ],
    [
      'both, and side b withdrew it',
      async () => {
        await together(dyad, both, 'egress.consent', deepl);
        await withdraw(both.b);
      },
      false,
    ],
    [
      'both again after it was withdrawn',
      async () => {
        await together(dyad, both, 'egress.consent', deepl);
        await withdraw(both.b);
        await together(dyad, both, 'egress.consent', deepl);
      },
      true,
    ],
    [
      'both, in another dyad',
      async () => {
        const other = await foundDyad(test, `elsewhere-${(count += 1)}`);
        await together(other, await ofBothSides(test, other, ['steward']), 'egress.consent', deepl);
      },
      false,
    ],
  ])('with the consent of %s', async (_, consent, isAsked) => {
    await consent();
    const made = await posted();
    if (isAsked) {
      expect(made).toMatchObject({ engine: 'deepl', status: 'machine', whyNone: null });
      expect(sent()).toContain('Добро утро');
    } else {
      expect(server.asked).toEqual([]);
      expect(made).toMatchObject({ status: 'unavailable', body: null, whyNone: 'not_allowed_outside' });
    }
  });

  it('never gets a post that its author keeps inside, in whatever revision, nor the title above it', async () => {
    await together(dyad, both, 'egress.consent', deepl);
    const params = { dyad: dyad.slug };
    const begun = await both.b.api.call('POST /api/dyads/:dyad/topics/:topic/threads', {
      params: { ...params, topic: topic.slug },
      body: { title: 'Тајна', text: 'Прво', language: 'mk', staysInside: true },
    });
    await translated(test);
    const at = { params: { ...params, post: begun.post } };
    await both.b.api.call('PUT /api/dyads/:dyad/posts/:post', {
      ...at,
      body: { text: 'Второ', language: 'mk', revision: 1, staysInside: false },
    });
    await rested();
    expect(server.asked).toEqual([]);
    const { translations } = await both.a.api.call('GET /api/dyads/:dyad/posts/:post', at);
    expect(translations).toMatchObject([{ whyNone: 'not_allowed_outside' }]);
  });

  it('gets a post no more once its author keeps it inside', async () => {
    await together(dyad, both, 'egress.consent', deepl);
    const { thread } = await openThread(test, topic, both.a);
    const { id } = await write(both.b, dyad, thread, 'Прво');
    await translated(test);
    expect(sent()).toContain('Прво');
    await both.b.api.call('PUT /api/dyads/:dyad/posts/:post', {
      params: { dyad: dyad.slug, post: id },
      body: { text: 'Второ', language: 'mk', revision: 1, staysInside: true },
    });
    await rested();
    expect(sent()).not.toContain('Второ');
  });

  it('that fails leaves readers with the original and the reason', async () => {
    await together(dyad, both, 'egress.consent', deepl);
    answer = (path, json) => (path === '/v2/translate' ? { status: 400 } : asDeepl(path, json));
    const { thread } = await openThread(test, topic, both.a);
    const { id } = await write(both.b, dyad, thread, 'Добро утро');
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await translated(test);
      test.clock.advance({ minutes: 37 });
    }
    await translated(test);
    const reader = await member(test, dyad, { side: 'a' });
    const { translations } = await reader.api.call('GET /api/dyads/:dyad/posts/:post', {
      params: { dyad: dyad.slug, post: id },
    });
    expect(translations).toMatchObject([{ status: 'unavailable', whyNone: 'engine_down' }]);
    const page = await reader.api.call('GET /api/dyads/:dyad/threads/:thread', {
      params: { dyad: dyad.slug, thread },
      query: {},
    });
    expect(page.thread).toMatchObject({ title: { translations: [] }, titleWhyNone: { mk: 'engine_down' } });
    const [used] = await test.database.query<{ requests: number; errors: number }>(
      `select requests, errors from translation_usage where dyad_id = $1`,
      [dyad.id],
    );
    expect(used?.errors).toBeGreaterThan(0);
    expect(used?.requests).toBe(used?.errors);
  });
});

describe('the health of the server', () => {
  it('names an engine that will not serve us, and is not worse for it', async () => {
    await together(dyad, both, 'egress.consent', deepl);
    const refused = await engineServer(({ path, json }) =>
      path === '/v2/translate' ? { status: 403 } : asDeepl(path, json),
    );
    const other = await startApp(settings(refused.url), test.database);
    const health = () => other.visitor().try('GET /health/ready', {});
    expect(await health()).toMatchObject({ status: 200, answer: { status: 'ready', degraded: [] } });
    await other.app
      .get(Translator)
      .translateAll(['Вода'], {
        dyadId: dyad.id,
        source: 'mk',
        target: 'bg',
        staysInside: false,
      })
      .catch(() => undefined);
    expect(await health()).toMatchObject({ status: 200, answer: { status: 'ready', degraded: ['translation.deepl'] } });
    await other.close();
    await refused.close();
  });
});

describe('what not everybody may read', () => {
  it('never leaves: the text of a statement that a drafter asks for, and comments on it', async () => {
    await together(dyad, both, 'egress.consent', deepl);
    const drafters = await ofBothSides(test, dyad, ['drafter']);
    const statement = await draft(test, dyad, drafters.a);
    const asked = await drafters.b.api.try('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/machine-text', {
      params: { dyad: dyad.slug, statement: statement.id, clause: statement.clause },
      body: { into: 'b' },
    });
    expect(asked.problem.code).toBe('translation.unavailable');
    const about = await wordsOf(test, drafters.a, statement, 'a', 'обща');
    await drafters.a.api.call('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/threads', {
      params: { dyad: dyad.slug, statement: statement.id, clause: statement.clause },
      body: { about, text: 'Само за нас', language: 'bg' },
    });
    await translated(test);
    expect(server.asked).toEqual([]);
  });
});

describe('the consent', () => {
  it('can be read by everybody, with who gets the texts, and stands in the public record', async () => {
    expect(await read()).toEqual({ engines: [{ ...deepl, consentedOn: null }], changes: [] });
    await together(dyad, both, 'egress.consent', deepl);
    const on = test.clock.now().toISOString().slice(0, 10);
    expect(await read()).toEqual({
      engines: [{ ...deepl, consentedOn: on }],
      changes: [{ ...deepl, type: 'given', side: null, reason, on }],
    });
    const withdrawn = (await withdraw(both.b)).answer;
    expect(withdrawn.engines).toEqual([{ ...deepl, consentedOn: null }]);
    expect(withdrawn.changes.map(({ type, side }) => [type, side])).toEqual([
      ['withdrawn', 'b'],
      ['given', null],
    ]);
    expect(await read()).toEqual(withdrawn);
    await test.settled();
    const { entries } = await test.visitor().call('GET /api/dyads/:dyad/record', {
      params: { dyad: dyad.slug },
      query: {},
    });
    expect(entries.slice(0, 2)).toMatchObject([
      { kind: 'egress.withdrawn', about: { ...deepl, side: 'b' } },
      { kind: 'egress.consented', about: deepl },
    ]);
  });

  it('is to what stewards read: this engine, this recipient, this country', async () => {
    for (const other of [
      { ...deepl, country: 'US' },
      { ...deepl, recipient: 'Somebody Else' },
      { ...deepl, engine: 'google-v3' },
    ])
      expect((await propose(both.a, other)).problem.code).toBe('egress.not_offered');
    await together(dyad, both, 'egress.consent', deepl);
    expect((await propose(both.a)).problem.code).toBe('egress.consented');
    const moved = await startApp(
      { ...settings(server.url), TRANSLATION_RECIPIENTS: 'deepl=Bought Them Inc./US' },
      test.database,
    );
    const seen = await moved.visitor().call('GET /api/dyads/:dyad/egress', { params: { dyad: dyad.slug } });
    await moved.close();
    expect(seen.engines).toEqual([
      { engine: 'deepl', recipient: 'Bought Them Inc.', country: 'US', consentedOn: null },
    ]);
  });

  it('that two agree on at once is given once', async () => {
    const acts = await Promise.all([propose(both.a), propose(both.b)]);
    const ids = acts.map(({ answer: act }) => (act as JointActView).id);
    const agree = (who: TestMember, act = '') =>
      who.api.try('POST /api/dyads/:dyad/joint-acts/:act/answer', {
        params: { dyad: dyad.slug, act },
        body: { answer: 'agree' },
      });
    const agreed = await Promise.all([agree(both.b, ids[0]), agree(both.a, ids[1])]);
    expect(agreed.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await read()).changes).toHaveLength(1);
  });

  it('is withdrawn by stewards of a side only, and only when there is one', async () => {
    expect((await withdraw(both.a)).problem.code).toBe('egress.not_consented');
    await together(dyad, both, 'egress.consent', deepl);
    for (const role of ['citizen', 'moderator', 'drafter', 'evaluator'] as const) {
      const person = await member(test, dyad, { roles: [role], strong: true });
      expect((await withdraw(person)).problem.code, role).toBe('access.denied');
    }
    const neutral = await member(test, dyad, { side: 'neutral', roles: ['steward'] });
    expect((await withdraw(neutral)).problem.code).toBe('access.other_side');
    expect((await withdraw(both.a, 'azure-v3')).problem.code).toBe('egress.not_consented');
    expect((await withdraw(both.b)).status).toBe(200);
    expect((await withdraw(both.a)).problem.code).toBe('egress.not_consented');
  });
});
