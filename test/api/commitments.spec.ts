import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordKinds } from '../../shared/record/record-kinds.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad, member, type TestMember } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { organisation, together } from '../support/ratification.js';
import {
  acknowledged,
  adopted,
  answer,
  assess,
  both,
  contested,
  draft,
  inDays,
  promiseOf,
  promising,
  readAs,
  report,
  startPromising,
  stepsOf,
  withdraw,
  type PromisingDyad,
} from '../support/commitments.js';

let test: TestApp;
let dyad: PromisingDyad;
let citizen: TestMember;

beforeAll(async () => {
  ({ test, dyad } = await startPromising());
  citizen = await member(test, dyad);
});
afterAll(() => test.close());

const code = async (reply: Promise<{ problem?: { code?: string } | undefined; status: number }>) => {
  const { problem, status } = await reply;
  return problem?.code ?? status;
};
const params = () => ({ dyad: dyad.slug });
const tryDraft = (who: TestMember, change: object = {}) =>
  who.api.try('POST /api/dyads/:dyad/commitment-drafts', {
    params: params(),
    body: { content: { ...promiseOf(test, dyad), ...change } },
  });
const propose = (who: TestMember, kind: 'commitment.adopt' | 'commitment.resume', details: object) =>
  who.api.try('POST /api/dyads/:dyad/joint-acts', {
    params: params(),
    body: { kind, details: { ...details }, reason: 'agreed at our meeting' },
  });

describe('a draft', () => {
  it('is for those who draft or steward, of either side, and public to nobody', async () => {
    for (const who of [dyad.drafters.a, dyad.drafters.b, dyad.stewards.a, dyad.stewards.b]) {
      const { commitment, hash } = await draft(who, dyad, promiseOf(test, dyad));
      const { drafts } = await dyad.drafters.b.api.call('GET /api/dyads/:dyad/commitment-drafts', { params: params() });
      expect(drafts.find(({ id }) => id === commitment)).toMatchObject({ hash, side: who.side, imported: false });
      const at = { params: { ...params(), commitment } };
      expect((await test.visitor().try('GET /api/dyads/:dyad/commitments/:commitment', at)).status).toBe(404);
    }
    expect(await code(tryDraft(citizen))).toBe('access.denied');
    const list = 'GET /api/dyads/:dyad/commitment-drafts' as const;
    expect(await code(citizen.api.try(list, { params: params() }))).toBe('access.denied');
    expect(await code(test.visitor().try(list, { params: params() }))).toBe('session.needed');
  });

  it('says everything in both languages, comes from a clause there is, and names organisations of those who promise', async () => {
    const { a, b } = dyad.organisations;
    const oneLanguage = await tryDraft(dyad.drafters.a, { title: { bg: 'Само тук' } });
    expect(oneLanguage.problem.fields).toMatchObject([{ field: 'body.content.title.mk', rule: 'required' }]);
    const refused = (change: object) => code(tryDraft(dyad.drafters.a, change));
    const clause = (statement: string, number: number) => ({ origin: { type: 'clause', statement, clause: number } });
    expect(await refused(clause(dyad.statement, 2))).toBe('commitment.clause_missing');
    expect(await refused(clause(dyad.organisations.a.id, 1))).toBe('commitment.clause_missing');
    expect(await refused({ organisations: [b.id] })).toBe('commitment.organisation_unfit');
    expect(await refused({ organisations: [a.id, b.id] })).toBe('commitment.organisation_unfit');
    expect(await refused({ promisor: 'joint', organisations: [b.id] })).toBe('commitment.organisation_unfit');
    expect(await refused({ promisor: 'joint', organisations: [b.id, a.id] })).toBe(201);
    expect(await refused({ deadline: inDays(test, 15) })).toBe('request.invalid');
    const agreement = {
      type: 'agreement',
      name: both('Договор'),
      article: '7',
      link: 'http://x.example',
      day: '2017-08-01',
    };
    expect(await refused({ origin: agreement })).toBe('request.invalid');
    expect(await refused({ origin: { ...agreement, link: 'https://x.example/treaty' } })).toBe(201);
  });

  it('is changed only from what stands there', async () => {
    const { commitment, hash } = await draft(dyad.drafters.a, dyad, promiseOf(test, dyad));
    const change = (title: string, from: string) =>
      dyad.drafters.b.api.try('PUT /api/dyads/:dyad/commitment-drafts/:commitment', {
        params: { ...params(), commitment },
        body: { content: promiseOf(test, dyad, { title: both(title) }), from },
      });
    expect(await code(change('Още по-чиста', '0'.repeat(64)))).toBe('commitment.changed');
    const { answer: changed } = await change('Още по-чиста', hash);
    expect(changed.hash).not.toBe(hash);
    expect(await code(change('Трета', hash))).toBe('commitment.changed');
    expect(await code(propose(dyad.stewards.a, 'commitment.adopt', { commitment, hash }))).toBe('commitment.changed');
  });
});

describe('adoption', () => {
  it('takes a steward of each side to exactly this content, whoever begins; then it is public and stays', async () => {
    for (const [one, other] of [
      [dyad.stewards.a, dyad.stewards.b],
      [dyad.stewards.b, dyad.stewards.a],
    ] as const) {
      const drafted = await draft(dyad.drafters.a, dyad, promiseOf(test, dyad));
      await together(dyad, { a: one, b: other }, 'commitment.adopt', drafted);
      const view = await readAs(test, dyad, drafted.commitment);
      expect(view).toMatchObject({ hash: drafted.hash, standing: 'running', overdue: false, told: 1 });
      expect(
        createHash('sha256')
          .update(view.canonical ?? '')
          .digest('hex'),
      ).toBe(drafted.hash);
      expect(stepsOf(view)).toEqual(['adopted']);
      expect(view.progress.promisor).toEqual({ share: null, n: 0 });
    }
    const drafted = await draft(dyad.drafters.a, dyad, promiseOf(test, dyad));
    expect(await code(propose(dyad.drafters.a, 'commitment.adopt', drafted))).toBe('access.denied');
  });

  it('reads to a steward what is to be adopted, also when it was changed meanwhile, and then refuses the key', async () => {
    const { a, b } = dyad.stewards;
    const { commitment, hash } = await draft(dyad.drafters.a, dyad, promiseOf(test, dyad));
    const { answer: act } = await propose(a, 'commitment.adopt', { commitment, hash });
    await dyad.drafters.b.api.call('PUT /api/dyads/:dyad/commitment-drafts/:commitment', {
      params: { ...params(), commitment },
      body: { content: promiseOf(test, dyad, { title: both('Друго') }), from: hash },
    });
    const { acts } = await b.api.call('GET /api/dyads/:dyad/joint-acts', { params: params() });
    const details = { hash, content: { title: both('Чиста река'), milestones: [{ number: 1 }, { number: 2 }] } };
    expect(acts.find(({ id }) => id === act.id)).toMatchObject({ kind: 'commitment.adopt', details });
    const second = b.api.try('POST /api/dyads/:dyad/joint-acts/:act/answer', {
      params: { ...params(), act: act.id },
      body: { answer: 'agree' },
    });
    expect(await code(second)).toBe('commitment.changed');
  });

  it('cannot be changed in the database, nor what is said about it', async () => {
    const commitment = await adopted(test, dyad);
    await report(dyad, commitment, dyad.organisations.a, 1);
    const run = (sql: string) => test.app.get(UnitOfWork).run({ dyadId: dyad.id }, (tx) => tx.query(sql));
    const [event, own] = [`where commitment_id = '${commitment}'`, `where id = '${commitment}'`];
    await expect(run(`update commitment_event set body = '{}' ${event}`)).rejects.toThrow('stays as it was');
    await expect(run(`delete from commitment_event ${event}`)).rejects.toThrow('permission denied');
    await expect(run(`update commitment_evaluator set number = 7`)).rejects.toThrow('permission denied');
    await expect(run(`delete from commitment ${own}`)).rejects.toThrow('permission denied');
    await expect(run(`update commitment set content = '{}' ${own}`)).rejects.toThrow('stays as it is');
    await expect(run(`update commitment set adopted_on = '2020-01-01' ${own}`)).rejects.toThrow('stays as it is');
  });

  it('of one that takes the place of another ends the other, with a link to both', async () => {
    const before = await adopted(test, dyad);
    const after = await adopted(test, dyad, { supersedes: before, promisor: 'a' });
    expect(await readAs(test, dyad, before)).toMatchObject({ standing: 'superseded', supersededBy: after });
    expect((await readAs(test, dyad, after)).content.supersedes).toBe(before);
    expect(await code(tryDraft(dyad.drafters.a, { supersedes: before }))).toBe('commitment.ended');
    expect(await code(report(dyad, before, dyad.organisations.a, 1))).toBe('commitment.ended');
  });
});

describe('suspending, resuming and withdrawing', () => {
  it('takes both sides, and a reason in both languages', async () => {
    const commitment = await adopted(test, dyad);
    expect(await code(propose(dyad.stewards.a, 'commitment.resume', { commitment }))).toBe('commitment.not_suspended');
    const until = inDays(test, 40);
    await together(dyad, dyad.stewards, 'commitment.suspend', { commitment, until, reason: both('Наводнение') });
    expect(await readAs(test, dyad, commitment)).toMatchObject({ standing: 'suspended', suspendedUntil: until });
    await together(dyad, dyad.stewards, 'commitment.resume', { commitment });
    expect(await readAs(test, dyad, commitment)).toMatchObject({ standing: 'running', suspendedUntil: null });
    const oneLanguage = { commitment, reason: { bg: 'Няма как' } };
    await expect(together(dyad, dyad.stewards, 'commitment.withdraw', oneLanguage)).rejects.toThrow('request.invalid');
    await together(dyad, dyad.stewards, 'commitment.withdraw', { commitment, reason: both('Няма как') });
    const view = await readAs(test, dyad, commitment);
    expect(view).toMatchObject({ standing: 'withdrawn', nextDue: null });
    expect(stepsOf(view)).toEqual(['adopted', 'suspended', 'resumed', 'withdrawn']);
    expect(await code(assess(dyad.evaluators[0], dyad, commitment, 1, 'minimal'))).toBe('commitment.ended');
  });
});

describe('the three voices', () => {
  it('a claim is for delegates of responsible organisations, and is heard once', async () => {
    const { a, b } = dyad.organisations;
    const commitment = await adopted(test, dyad);
    expect(await code(report(dyad, commitment, b, 1))).toBe('access.not_delegate');
    expect(await code(report(dyad, commitment, { ...a, delegate: citizen }, 1))).toBe('access.not_delegate');
    expect(await code(report(dyad, commitment, { ...a, delegate: b.delegate }, 1))).toBe('access.not_delegate');
    expect(await code(report(dyad, commitment, a, 3))).toBe('request.invalid');
    expect(await code(report(dyad, commitment, a, 1, 'missed_will_follow'))).toBe('request.invalid');
    expect((await report(dyad, commitment, a, 1, 'missed_will_follow', inDays(test, 12))).answer).toEqual({ claim: 1 });
    expect((await report(dyad, commitment, a, 1)).answer).toEqual({ claim: 2 });
    const { milestones, timeline } = await readAs(test, dyad, commitment);
    expect(milestones[0]).toMatchObject({ due: inDays(test, 10), claimedOn: inDays(test, 0), answer: 'waiting' });
    expect(timeline[1]).toMatchObject({ status: 'missed_will_follow', newDay: inDays(test, 12), late: false, rev: 2 });
  });

  it('an answer is for the other side alone, once, and a contest stands until the claim is withdrawn', async () => {
    const { a, b } = dyad.organisations;
    for (const [promisor, own, other] of [
      ['a', a, b],
      ['b', b, a],
    ] as const) {
      const commitment = await adopted(test, dyad, { promisor });
      await report(dyad, commitment, own, 1);
      const at = [commitment, 1] as const;
      const [ownSteward, otherSteward] = [dyad.stewards[own.side as 'a'], dyad.stewards[other.side as 'a']];
      expect(await code(answer(ownSteward, dyad, at, acknowledged))).toBe('claim.other_side_answers');
      expect(await code(answer(own.delegate, dyad, at, acknowledged, own.id))).toBe('claim.other_side_answers');
      expect(await code(answer(citizen, dyad, at, acknowledged))).toBe('claim.other_side_answers');
      expect(await code(answer(other.delegate, dyad, [commitment, 2], acknowledged, other.id))).toBe(
        'request.not_found',
      );
      expect(await code(answer(other.delegate, dyad, at, contested, other.id))).toBe(204);
      expect(await code(answer(otherSteward, dyad, at, acknowledged))).toBe('claim.closed');
      const view = await readAs(test, dyad, commitment);
      expect(view).toMatchObject({ contested: true, progress: { otherSide: { share: 0, n: 1 } } });
      expect(view.timeline[2]).toMatchObject({ type: 'contested', side: other.side, organisation: { id: other.id } });
      expect(await code(withdraw(other, dyad, commitment, 1))).toBe('access.not_delegate');
      expect(await code(withdraw(own, dyad, commitment, 1))).toBe(204);
      expect(await code(withdraw(own, dyad, commitment, 1))).toBe('claim.closed');
      expect(await readAs(test, dyad, commitment)).toMatchObject({ contested: false, nextDue: inDays(test, 10) });
    }
  });

  it('a steward answers with a second factor only', async () => {
    const commitment = await adopted(test, dyad);
    await report(dyad, commitment, dyad.organisations.a, null);
    const weak = await member(test, dyad, { side: 'b', roles: ['steward'], strong: false });
    expect(await code(answer(weak, dyad, [commitment, 1], acknowledged))).toBe('session.second_factor_needed');
    expect(await code(answer(dyad.stewards.b, dyad, [commitment, 1], acknowledged))).toBe(204);
  });

  it('evaluators have numbers and no names, each speaks for themselves, and no delegate is one', async () => {
    const [one, other] = dyad.evaluators;
    const commitment = await adopted(test, dyad);
    expect(await code(assess(citizen, dyad, commitment, 1, 'complete'))).toBe('access.denied');
    const involved = await member(test, dyad, { side: 'a', roles: ['evaluator'] });
    await together(dyad, dyad.stewards, 'delegate.name', {
      organisation: dyad.organisations.a.id,
      member: involved.id,
    });
    expect(await code(assess(involved, dyad, commitment, 1, 'complete'))).toBe('access.not_independent');
    expect(await code(assess(one, dyad, commitment, 2, 'complete'))).toBe(204);
    expect(await code(assess(other, dyad, commitment, 2, 'minimal'))).toBe(204);
    const view = await readAs(test, dyad, commitment);
    expect(view.progress.evaluators).toEqual({ share: 0.375, n: 2 });
    const numbers = view.timeline.flatMap((step) => (step.type === 'assessed' ? [step.evaluator] : []));
    expect(numbers.toSorted()).toEqual([1, 2]);
    expect(JSON.stringify(view)).not.toContain(one.pseudonym);
    await assess(other, dyad, commitment, null, 'complete');
    await assess(one, dyad, commitment, 1, 'complete');
    const after = await readAs(test, dyad, commitment);
    expect(after).toMatchObject({ fulfilledAsAssessed: true, fulfilledAsClaimed: false });
    expect(after.milestones.map(({ verifiedOn }) => verifiedOn)).toEqual([inDays(test, 0), inDays(test, 0)]);
  });

  it('are told what they may do', async () => {
    const commitment = await adopted(test, dyad);
    await report(dyad, commitment, dyad.organisations.a, 1);
    const part = (who: TestMember) =>
      who.api.call('GET /api/dyads/:dyad/commitments/:commitment/own-part', { params: { ...params(), commitment } });
    const { a, b } = dyad.organisations;
    expect(await part(a.delegate)).toMatchObject({ reportsFor: [{ id: a.id }], mayAnswer: [], mayAssess: false });
    expect(await part(b.delegate)).toMatchObject({ reportsFor: [], mayAnswer: [1], answersFor: [{ id: b.id }] });
    expect(await part(dyad.stewards.b)).toMatchObject({ mayAnswer: [1], answersAsSteward: true });
    expect(await part(dyad.evaluators[0])).toMatchObject({ reportsFor: [], mayAnswer: [], mayAssess: true });
  });

  it('are repeated with the same key and heard once', async () => {
    const commitment = await adopted(test, dyad);
    const { id, delegate } = dyad.organisations.a;
    const body = {
      organisation: id,
      milestone: 1,
      status: 'in_progress' as const,
      newDay: null,
      value: null,
      narrative: { language: 'mk', text: { mk: 'Почнавме.' } },
      evidence: {},
    };
    const key = randomUUID();
    const send = () =>
      delegate.api.try(
        'POST /api/dyads/:dyad/commitments/:commitment/claims',
        { params: { ...params(), commitment }, body },
        { key },
      );
    expect((await send()).answer).toEqual({ claim: 1 });
    expect((await send()).answer).toEqual({ claim: 1 });
    expect(stepsOf(await readAs(test, dyad, commitment))).toEqual(['adopted', 'reported']);
  });
});

describe('the public record', () => {
  it('has one entry for each event, in their order, with no person in it and no text in the clear', async () => {
    const { a, b } = dyad.organisations;
    const commitment = await adopted(test, dyad);
    await report(dyad, commitment, a, 1);
    await answer(b.delegate, dyad, [commitment, 1], contested, b.id);
    await withdraw(a, dyad, commitment, 1);
    await assess(dyad.evaluators[1], dyad, commitment, null, 'minimal');
    await together(dyad, dyad.stewards, 'commitment.withdraw', { commitment, reason: both('Друг път') });
    await test.settled();
    const { entries } = await test.visitor().call('GET /api/dyads/:dyad/record', { params: params(), query: {} });
    const own = entries.filter(({ about }) => about['commitment'] === commitment).toReversed();
    expect(own.map(({ kind }) => kind)).toEqual([
      'commitment.published',
      'progress.reported',
      'progress.disputed',
      'progress.withdrawn',
      'progress.evaluated',
      'commitment.withdrawn',
    ]);
    const { timeline } = await readAs(test, dyad, commitment);
    expect(timeline.map(({ rev, entry, on }) => ({ rev, entry, on }))).toEqual(
      own.map(({ seq, on }, at) => ({ rev: at + 1, entry: seq, on })),
    );
    for (const { kind, about } of own) {
      const { open, told } = recordKinds[kind];
      const clear = Object.fromEntries(Object.entries(about).filter(([part]) => part in open.shape));
      expect(open.safeParse(clear).success, kind).toBe(true);
      const beside = Object.fromEntries(Object.entries(about).filter(([part]) => !(part in open.shape)));
      expect(told.safeParse(beside).success, kind).toBe(true);
      for (const who of [a.delegate, b.delegate, ...dyad.evaluators, dyad.stewards.a, dyad.stewards.b]) {
        expect(JSON.stringify(about)).not.toContain(who.id);
        expect(JSON.stringify(about)).not.toContain(who.pseudonym);
      }
    }
  });
});

describe('what names a thing of another dyad', () => {
  it('does not find it', async () => {
    const lake = await promising(test, await foundDyad(test, 'lake'));
    const commitment = await adopted(test, lake);
    const at = { params: { ...params(), commitment } };
    expect((await test.visitor().try('GET /api/dyads/:dyad/commitments/:commitment', at)).status).toBe(404);
    expect(await code(report(dyad, commitment, dyad.organisations.a, 1))).toBe('request.not_found');
    expect(await code(assess(dyad.evaluators[0], dyad, commitment, 1, 'minimal'))).toBe('request.not_found');
    const foreign = await organisation(test, lake, lake.stewards, { side: 'a', name: 'Езеро' });
    expect(await code(tryDraft(dyad.drafters.a, { organisations: [foreign.id] }))).toBe(
      'commitment.organisation_unfit',
    );
  });
});
