import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { humanWork } from '../../shared/translation/human-work.rules.js';
import type { TopicMode } from '../../shared/access/conditions.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bilingual, openThread, openTopic, translated, write } from '../support/forum.js';
import { deskOf } from '../support/moderation.js';

let test: TestApp;
let dyad: TestDyad;
/** Writes in Bulgarian, the language of side A; all posts here are hers. */
let ana: TestMember;
/** Of side B, whose language the posts are translated into. */
let boris: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let alsoOfB: TestMember;
let neutral: TestMember;
const threads = new Map<TopicMode, string>();

beforeAll(async () => {
  test = await startApp({ TRANSLATION_ENGINES: 'pseudo' });
  dyad = await foundDyad(test, 'river');
  ana = await member(test, dyad, { side: 'a' });
  boris = await member(test, dyad, { side: 'b' });
  ofA = await bilingual(dyad, await member(test, dyad, { side: 'a' }));
  ofB = await bilingual(dyad, await member(test, dyad, { side: 'b' }));
  alsoOfB = await bilingual(dyad, await member(test, dyad, { side: 'b' }));
  neutral = await bilingual(dyad, await member(test, dyad, { side: 'neutral' }));
  for (const mode of ['post', 'pre'] as const) {
    const topic = await openTopic(test, dyad, `water-${mode}`, mode);
    threads.set(mode, (await openThread(test, topic, await member(test, dyad))).thread);
  }
});
afterAll(() => test.close());

const at = (post: string) => ({ dyad: dyad.slug, post, language: 'mk' });
const shownTo = async (who: TestMember, post: string) =>
  (await who.api.call('GET /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } })).translations;
const dossier = (who: TestMember, post: string) =>
  who.api.call('GET /api/dyads/:dyad/posts/:post/translations/:language', { params: at(post) });
const propose = (who: TestMember, post: string, text: string, revision = 1) =>
  who.api.try('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
    params: at(post),
    body: { text, revision },
  });
const accept = (who: TestMember, post: string, translation: string) =>
  who.api.try('POST /api/dyads/:dyad/posts/:post/translations/:language/reviews', {
    params: at(post),
    body: { translation },
  });
const decline = (who: TestMember, post: string, translation: string) =>
  who.api.try('POST /api/dyads/:dyad/posts/:post/translations/:language/refusals', {
    params: at(post),
    body: { translation, reason: 'Значи нешто друго.' },
  });
const dispute = (who: TestMember, post: string, translation: string) =>
  who.api.try('POST /api/dyads/:dyad/posts/:post/translations/:language/disputes', {
    params: at(post),
    body: { translation, kind: 'meaning', words: 'Тука пишува дека е чиста.' },
  });
const workOf = (who: TestMember) =>
  who.api.call('GET /api/dyads/:dyad/translation-work', { params: { dyad: dyad.slug }, query: {} });
const newsOf = async (who: TestMember, post: string) =>
  (await workOf(who)).news.filter((one) => one.post === post).map(({ kind }) => kind);

/** A post of Ana that a machine has translated. */
async function posted(text: string, mode: TopicMode = 'post'): Promise<string> {
  const { id, state } = await write(ana, dyad, threads.get(mode) ?? '', text);
  if (state === 'pending') {
    const moderator = await member(test, dyad, { side: 'b', roles: ['moderator'] });
    const desk = deskOf(dyad);
    await desk.approve(moderator, await desk.cardOf(moderator, id));
  }
  await translated(test);
  return id;
}

describe('a translation by a member', () => {
  it('takes somebody who says that they read the one language and write the other', async () => {
    const post = await posted('Реката расте.');
    expect((await propose(boris, post, 'Реката расте.')).problem.code).toBe('translation.languages_not_declared');
    expect(
      (await test.visitor().try('GET /api/dyads/:dyad/translation-work', { params: { dyad: dyad.slug }, query: {} }))
        .status,
    ).toBe(401);
    await bilingual(dyad, boris);
    expect((await propose(boris, post, 'Реката расте.')).status).toBe(200);
    const me = await boris.api.call('PATCH /api/dyads/:dyad/members/me', {
      params: { dyad: dyad.slug },
      body: { reads: [], writes: [] },
    });
    expect(me).toMatchObject({ reads: ['mk'], writes: ['mk'], credited: false });
    const foreign = await boris.api.try('PATCH /api/dyads/:dyad/members/me', {
      params: { dyad: dyad.slug },
      body: { reads: ['fr'] },
    });
    expect(foreign.problem.code).toBe('post.language_not_spoken_here');
  });

  it('is before readers at once in place of a machine’s, and reviewed when the other side stands behind it', async () => {
    const post = await posted('Мостът е стар.');
    const { answer } = await propose(ofB, post, 'Мостот е стар.');
    expect(answer).toMatchObject({ status: 'human', waits: false, by: { pseudonym: null, side: 'b' } });
    expect(await shownTo(boris, post)).toMatchObject([{ id: answer.id, standing: { a: false, b: true } }]);
    expect((await accept(ofB, post, answer.id)).problem.code).toBe('access.own_item');
    expect((await accept(alsoOfB, post, answer.id)).answer.shown?.standing).toEqual({ a: false, b: true });
    expect((await accept(neutral, post, answer.id)).answer.shown?.standing).toEqual({ a: false, b: true });
    expect((await accept(boris, post, answer.id)).problem.code).toBe('translation.languages_not_declared');
    expect((await accept(ofA, post, answer.id)).answer).toMatchObject({
      shown: { standing: { a: true, b: true } },
      isSeconded: true,
    });
    expect(await newsOf(ofB, post)).toContain('reviewed');
    const { machine, earlier } = await dossier(ofB, post);
    expect(machine).toBe(earlier[0]?.text);
  });

  it('waits for the other side where posts wait for moderators, and readers see nothing of it until then', async () => {
    const post = await posted('Пътят е затворен.', 'pre');
    const { answer } = await propose(ofB, post, 'Патот е затворен.');
    expect(answer).toMatchObject({ waits: true, standing: { a: false, b: true } });
    expect(JSON.stringify(await shownTo(boris, post))).not.toContain('Патот е затворен');
    expect((await dossier(ofA, post)).proposals).toMatchObject([{ id: answer.id, isOwn: false, state: 'open' }]);
    expect((await workOf(ofA)).work.find((one) => one.post === post)?.reasons).toContain('proposed');
    expect((await workOf(ofB)).work.find((one) => one.post === post)?.reasons ?? []).not.toContain('proposed');
    expect((await accept(ofA, post, answer.id)).answer).toMatchObject({ shown: { id: answer.id }, proposals: [] });
    expect(await shownTo(boris, post)).toMatchObject([{ id: answer.id, standing: { a: true, b: true } }]);
  });

  it('never takes the place of one that both sides stand behind, until both stand behind it', async () => {
    const post = await posted('Водата е студена.');
    const { answer: first } = await propose(ofB, post, 'Водата е студена.');
    await accept(ofA, post, first.id);
    const { answer: second } = await propose(ofA, post, 'Водата е ладна.');
    expect(second.waits).toBe(true);
    expect(await shownTo(boris, post)).toMatchObject([{ id: first.id }]);
    await accept(ofB, post, second.id);
    expect(await shownTo(boris, post)).toMatchObject([{ id: second.id, standing: { a: true, b: true } }]);
    expect((await dossier(ofB, post)).earlier.map(({ id }) => id)).toContain(first.id);
  });

  it('is declined by the other side alone, with a reason that its writer reads', async () => {
    const post = await posted('Селото е тихо.', 'pre');
    const { answer } = await propose(ofB, post, 'Селото е гласно.');
    expect((await decline(alsoOfB, post, answer.id)).problem.code).toBe('access.other_side');
    expect((await decline(neutral, post, answer.id)).problem.code).toBe('access.other_side');
    expect((await decline(ofA, post, answer.id)).answer.proposals).toEqual([]);
    expect((await dossier(ofB, post)).proposals).toMatchObject([{ state: 'declined', reason: 'Значи нешто друго.' }]);
    expect(await newsOf(ofB, post)).toEqual(['declined']);
    expect((await accept(ofA, post, answer.id)).problem.code).toBe('translation.closed');
  });

  it('names who wrote it only where they want to be named', async () => {
    const post = await posted('Училището е ново.');
    await propose(ofB, post, 'Училиштето е ново.');
    expect(JSON.stringify(await shownTo(boris, post))).not.toContain(ofB.pseudonym);
    const change = (credited: boolean) =>
      ofB.api.call('PATCH /api/dyads/:dyad/members/me', { params: { dyad: dyad.slug }, body: { credited } });
    await change(true);
    expect(await shownTo(boris, post)).toMatchObject([{ by: { pseudonym: ofB.pseudonym, side: 'b' } }]);
    await change(false);
  });

  it('is stale when its text is edited: its writer is told, and what waited ends', async () => {
    const post = await posted('Гората е зелена.');
    await propose(ofB, post, 'Шумата е зелена.');
    const { answer } = await propose(ofA, post, 'Гората е зелена.');
    expect(answer.waits).toBe(true);
    await ana.api.call('PUT /api/dyads/:dyad/posts/:post', {
      params: { dyad: dyad.slug, post },
      body: { text: 'Гората е жълта.', language: 'bg', revision: 1 },
    });
    expect(await shownTo(boris, post)).toMatchObject([{ status: 'human', stale: { revision: 1 } }, { body: null }]);
    expect(await newsOf(ofB, post)).toContain('source_edited');
    expect(await newsOf(ofA, post)).toContain('source_edited');
    expect((await dossier(ofA, post)).proposals).toEqual([]);
    expect((await propose(ofB, post, 'Шумата е жолта.', 1)).problem.code).toBe('post.revision_outdated');
    const [told] = (await workOf(ofB)).news.filter((one) => one.post === post);
    const dismissed = { params: { dyad: dyad.slug, news: told?.id ?? '' } };
    expect((await ofA.api.try('DELETE /api/dyads/:dyad/translation-news/:news', dismissed)).problem.code).toBe(
      'request.not_found',
    );
    await ofB.api.call('DELETE /api/dyads/:dyad/translation-news/:news', dismissed);
    expect(await newsOf(ofB, post)).toEqual([]);
  });

  it('goes with its post: proposals, disputes, news and all', async () => {
    const post = await posted('Полето е голо.', 'pre');
    await propose(ofB, post, 'Полето е голо.');
    const [shown] = await shownTo(boris, post);
    await dispute(boris, post, shown?.id ?? '');
    await ofA.api.call('PUT /api/dyads/:dyad/posts/:post/translations/:language/claim', { params: at(post) });
    await ofA.api.call('POST /api/dyads/:dyad/posts/:post/translation-requests', {
      params: { dyad: dyad.slug, post },
      body: { language: 'mk' },
    });
    await ana.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } });
    for (const table of ['proposal', 'stance', 'dispute', 'claim', 'request', 'news']) {
      const left = await test.database.query(
        `select 1 from translation_${table} x join post_revision r on r.id = x.owner_id where r.post_id = $1`,
        [post],
      );
      expect(left, table).toEqual([]);
    }
    expect((await workOf(ofA)).work.map((one) => one.post)).not.toContain(post);
  });
});

describe('a dispute about a translation', () => {
  it('is seen by every reader, told to the author, and resolved by a translation that both sides stand behind', async () => {
    const post = await posted('Водата не е чиста.');
    const [machine] = await shownTo(boris, post);
    expect((await dispute(boris, post, machine?.id ?? '')).answer.disputes).toMatchObject([
      { kind: 'meaning', state: 'open', side: 'b', isOwn: true },
    ]);
    expect((await dispute(boris, post, machine?.id ?? '')).problem.code).toBe('translation.disputed');
    expect(await shownTo(ofA, post)).toMatchObject([{ disputed: true }]);
    expect(await newsOf(ana, post)).toEqual(['meaning_disputed']);
    const [open] = (await dossier(ana, post)).disputes;
    const confirmation = { params: { ...at(post), dispute: open?.id ?? '' } };
    const confirm = 'POST /api/dyads/:dyad/posts/:post/translations/:language/disputes/:dispute/confirmation';
    expect((await boris.api.try(confirm, confirmation)).problem.code).toBe('access.not_author');
    expect((await ana.api.call(confirm, confirmation)).disputes).toMatchObject([{ confirmedByAuthor: true }]);
    const { answer } = await propose(ofB, post, 'Водата не е чиста.');
    expect(await shownTo(boris, post)).toMatchObject([{ id: answer.id, disputed: true }]);
    expect((await accept(ofA, post, answer.id)).answer).toMatchObject({
      shown: { disputed: false },
      disputes: [{ state: 'corrected' }],
    });
    expect(await newsOf(boris, post)).toEqual(['dispute_corrected']);
  });

  it('is declined with reasons by somebody of the other side, who reads both languages and did not write it', async () => {
    const post = await posted('Снегът се топи.');
    const { answer } = await propose(ofA, post, 'Снегот се топи.');
    await dispute(boris, post, answer.id);
    const [open] = (await dossier(ofB, post)).disputes;
    const refuse = (who: TestMember) =>
      who.api.try('POST /api/dyads/:dyad/posts/:post/translations/:language/disputes/:dispute/refusal', {
        params: { ...at(post), dispute: open?.id ?? '' },
        body: { reason: 'Така се вели.' },
      });
    expect((await refuse(ofA)).problem.code).toBe('access.own_item');
    expect((await refuse(ofB)).problem.code).toBe('access.other_side');
    expect((await refuse(ana)).problem.code).toBe('translation.languages_not_declared');
    const another = await bilingual(dyad, await member(test, dyad, { side: 'a' }));
    expect((await refuse(another)).answer.disputes).toMatchObject([{ state: 'declined', answer: 'Така се вели.' }]);
    expect(await shownTo(boris, post)).toMatchObject([{ disputed: false }]);
    expect(await newsOf(boris, post)).toEqual(['dispute_declined']);
    expect((await refuse(another)).problem.code).toBe('translation.closed');
  });
});

describe('what waits for people who translate', () => {
  it('comes oldest first, once each, and is one person’s for as long as they have taken it up', async () => {
    const [first, second] = [await posted('Първо дело.'), await posted('Второ дело.')];
    const ask = (who: TestMember, post: string) =>
      who.api.call('POST /api/dyads/:dyad/posts/:post/translation-requests', {
        params: { dyad: dyad.slug, post },
        body: { language: 'mk' },
      });
    for (const post of [first, second]) {
      await ask(boris, post);
      await ask(ofA, post);
      test.clock.advance({ seconds: 1 });
    }
    const mine = async (who: TestMember) =>
      (await workOf(who)).work.filter(({ post }) => post === first || post === second);
    expect((await mine(ofB)).map(({ post }) => post)).toEqual([first, second]);
    expect(await mine(ofB)).toMatchObject([{ skill: 'translates', claim: null, language: 'bg', target: 'mk' }, {}]);
    const claim = 'PUT /api/dyads/:dyad/posts/:post/translations/:language/claim';
    expect((await ofB.api.call(claim, { params: at(first) })).claim).toMatchObject({ isOwn: true });
    const taken = await alsoOfB.api.try(claim, { params: at(first) });
    expect(taken.problem.code).toBe('translation.claimed');
    expect((await mine(alsoOfB))[0]).toMatchObject({ claim: { isOwn: false } });
    test.clock.advance({ minutes: humanWork.leaseMinutes, seconds: 1 });
    expect((await alsoOfB.api.call(claim, { params: at(first) })).claim).toMatchObject({ isOwn: true });
    await alsoOfB.api.call('DELETE /api/dyads/:dyad/posts/:post/translations/:language/claim', { params: at(first) });
    expect((await mine(ofB))[0]).toMatchObject({ claim: null });
    const other = await ofB.api.call('GET /api/dyads/:dyad/translation-work', {
      params: { dyad: dyad.slug },
      query: { from: 'mk', to: 'bg' },
    });
    expect(other.work.map(({ post }) => post)).not.toContain(first);
  });

  it('is asked for so often in an hour, and no more', async () => {
    const post = await posted('Много молби.');
    const asker = await member(test, dyad, { side: 'b' });
    await test.database.query(
      `insert into translation_request (dyad_id, owner_id, target, member_id, at)
       select $1, gen_random_uuid(), 'mk', $2, $3::timestamptz - n * interval '1 second' from generate_series(1, $4) as n`,
      [dyad.id, asker.id, test.clock.now(), humanWork.requestsAnHour],
    );
    const ask = { params: { dyad: dyad.slug, post }, body: { language: 'mk' } };
    expect((await asker.api.try('POST /api/dyads/:dyad/posts/:post/translation-requests', ask)).problem.code).toBe(
      'request.too_fast',
    );
    test.clock.advance({ hours: 1 });
    expect((await asker.api.try('POST /api/dyads/:dyad/posts/:post/translation-requests', ask)).status).toBe(200);
  });
});
