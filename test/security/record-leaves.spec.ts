import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommitmentContent } from '../../shared/commitments/commitment.schema.js';
import { fromUtf8 } from '../../shared/log/encoding.js';
import { recordKindNames, recordKinds, type RecordKind } from '../../shared/record/record-kinds.js';
import { foundDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  acknowledged,
  adopted,
  answer,
  assess,
  both,
  inDays,
  looked,
  promising,
  report,
} from '../support/commitments.js';
import { withdraw, type PromisingDyad } from '../support/commitments.js';
import type { TestDatabase } from '../support/database.js';
import { startDemonstration, type Demonstration } from '../support/demonstration.js';
import { engineServer, type EngineServer } from '../support/engine-server.js';
import { openTopic } from '../support/forum.js';
import { organisation, sign, together } from '../support/ratification.js';
import { witnesses } from '../support/signed-log.js';

const email = 'leaf.canary@example.org';
/** Stands in every text that is written below, in letters that a code of ours could have. */
const canary = 'Kalinka-Topolova';
const said = (text: string): Record<string, string> => both(`${canary} ${text}`);

/** An entry as it is hashed, and as readers see it. */
interface Recorded {
  readonly kind: RecordKind;
  readonly leaf: string;
  readonly about: Readonly<Record<string, unknown>>;
}

let demonstration: Demonstration;
let engine: EngineServer;
let test: TestApp;
let dyad: PromisingDyad;
let recorded: Recorded[];
let leaves: string[];
let people: string[];
let ids: string[];
let written: string[];
let organisations: string[];

beforeAll(async () => {
  demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
  engine = await engineServer(() => ({ body: [] }));
  test = await startApp({ TRANSLATION_ENGINES: 'deepl', DEEPL_URL: engine.url, DEEPL_API_KEY: 'key' });
  test.clock.beginStep(86_400);
  dyad = await promising(test, await foundDyad(test, 'leaves'));
  await dyad.drafters.a.api.call('PATCH /api/account', { body: { email } });
  for (const [, walk] of walks) await walk();
  await test.settled();
  const databases = [demonstration.database, test.database];
  const column = async (sql: string): Promise<string[]> =>
    (await Promise.all(databases.map((one: TestDatabase) => one.query<{ said: string }>(sql)))).flatMap((rows) =>
      rows.map(({ said: one }) => one),
    );
  recorded = await everythingRecorded(databases);
  leaves = recorded.map(({ leaf }) => leaf);
  people = [
    ...(await column('select pseudonym as said from member')),
    ...(await column('select login as said from account')),
    email,
  ];
  ids = await column('select id::text as said from account union select id::text from member');
  written = await column('select source as said from post_text');
  organisations = await column(
    `select distinct said from (select name from organisation union all select name from log_witness) named,
       lateral jsonb_each_text(name) as in_language (language, said)`,
  );
}, 300_000);
afterAll(async () => {
  await demonstration?.close();
  await test?.close();
  await engine?.close();
});

async function everythingRecorded(databases: readonly TestDatabase[]): Promise<Recorded[]> {
  const rows = await Promise.all(
    databases.map((one) =>
      one.query<Omit<Recorded, 'leaf'> & { readonly record: Buffer }>(
        `select r.kind, r.about, e.record from record_entry r
         join log_entry e on e.dyad_id = r.dyad_id and e.idx = r.seq order by r.dyad_id, r.seq`,
      ),
    ),
  );
  return rows.flat().map(({ record, ...entry }) => ({ ...entry, leaf: fromUtf8(record) }));
}

/**
 * What makes entries of which kinds, beside the demonstration. A kind more is a line here: the test says which are not walked.
 */
const walks: readonly (readonly [kinds: readonly RecordKind[], walk: () => Promise<unknown>])[] = [
  [['commitment.published', 'progress.reported', 'progress.acknowledged', 'progress.evaluated'], walkProgress],
  [['progress.disputed', 'progress.unanswered', 'progress.withdrawn'], walkDoubts],
  [['commitment.suspended', 'commitment.resumed', 'commitment.withdrawn', 'milestone.missed'], walkStandings],
  [['commitment.superseded'], walkSuccession],
  [['egress.consented', 'egress.withdrawn'], walkEgress],
  [['witness.added', 'witness.removed'], walkWitnesses],
  [['topic.opened', 'topic.mode_changed', 'disclosure.published'], walkForum],
  [['statement.acceded', 'comments.mode_changed'], walkStatement],
  [['record.erased'], walkErasure],
];

const promise = (change: Partial<CommitmentContent> = {}): Promise<string> =>
  adopted(test, dyad, {
    title: said('title'),
    milestones: [{ title: said('milestone'), due: inDays(test, 3), value: null, weight: 1 }],
    ...change,
  });

async function later(days: number, happens: () => Promise<unknown>): Promise<void> {
  test.clock.advance({ days });
  await happens();
  test.clock.advance({ days: -days });
}

async function walkProgress(): Promise<void> {
  const commitment = await promise();
  await report(dyad, commitment, dyad.organisations.a, 1);
  await answer(dyad.stewards.b, dyad, [commitment, 1], acknowledged);
  for (const evaluator of dyad.evaluators) await assess(evaluator, dyad, commitment, 1, 'complete');
}

async function walkDoubts(): Promise<void> {
  const commitment = await promise();
  const { a, b } = dyad.organisations;
  const evidence = {
    files: [{ name: `${canary}.pdf`, sha256: 'ab'.repeat(32), bytes: 12, link: `https://example.org/${canary}/file` }],
    links: [{ href: `https://example.org/${canary}`, lookedAt: '2026-01-02' }],
  };
  const claim = { organisation: a.id, milestone: null, status: 'missed_will_follow' as const, newDay: inDays(test, 9) };
  const params = { dyad: dyad.slug, commitment };
  const words = { language: 'bg', text: said('narrative') };
  for (let at = 0; at < 2; at += 1)
    await a.delegate.api.call('POST /api/dyads/:dyad/commitments/:commitment/claims', {
      params,
      body: { ...claim, value: 1, narrative: words, evidence },
    });
  await b.delegate.api.call('POST /api/dyads/:dyad/commitments/:commitment/claims/:claim/answer', {
    params: { ...params, claim: '1' },
    body: { answer: { answer: 'contested', organisation: b.id, part: 'evidence', reason: words, evidence } },
  });
  await later(15, () => looked(test));
  await withdraw(a, dyad, commitment, 2);
}

async function walkStandings(): Promise<void> {
  const commitment = await promise();
  const reason = said('reason');
  await together(dyad, dyad.stewards, 'commitment.suspend', { commitment, until: inDays(test, 2), reason });
  await together(dyad, dyad.stewards, 'commitment.resume', { commitment });
  await later(5, () => looked(test));
  await together(dyad, dyad.stewards, 'commitment.withdraw', { commitment, reason });
}

async function walkSuccession(): Promise<void> {
  await promise({ supersedes: await promise() });
}

async function walkEgress(): Promise<void> {
  const outside = { engine: 'deepl', recipient: 'DeepL SE', country: 'DE' };
  await together(dyad, dyad.stewards, 'egress.consent', outside);
  await dyad.stewards.a.api.call('POST /api/dyads/:dyad/egress/:engine/withdrawal', {
    params: { dyad: dyad.slug, engine: 'deepl' },
    body: { reason: `${canary} read their terms` },
  });
}

/** A witness is an institution that both sides name in public. */
async function walkWitnesses(): Promise<void> {
  const { vkey: verifierKey } = witnesses.a;
  await together(dyad, dyad.stewards, 'witness.add', { verifierKey, side: 'a', name: both('Институт'), url: null });
  await together(dyad, dyad.stewards, 'witness.remove', { verifierKey });
}

async function walkForum(): Promise<void> {
  await openTopic(test, dyad, 'leaves', 'post');
  await together(dyad, dyad.stewards, 'topic.change_mode', { topic: 'leaves', mode: 'pre' });
  const disclosure = { kind: 'funding', title: said('title'), body: said('body') };
  await together(dyad, dyad.stewards, 'disclosure.publish', disclosure);
}

async function walkStatement(): Promise<void> {
  const params = { dyad: dyad.slug, statement: dyad.statement };
  const { hash } = await test.visitor().call('GET /api/dyads/:dyad/statements/:statement/ratified', { params });
  const late = await organisation(test, dyad, dyad.stewards, { side: 'b', name: 'Градска библиотека' });
  await sign(dyad, dyad.statement, hash, late);
  const { topics } = await dyad.stewards.a.api.call('GET /api/dyads/:dyad/statement-topics', {
    params: { dyad: dyad.slug },
  });
  await together(dyad, dyad.stewards, 'topic.change_mode', { topic: topics[0]?.slug, mode: 'post' });
}

async function walkErasure(): Promise<void> {
  await test.settled();
  const { entries } = await test.visitor().call('GET /api/dyads/:dyad/record', {
    params: { dyad: dyad.slug },
    query: { limit: 100 },
  });
  const entry = entries.find(({ kind }) => kind === 'progress.withdrawn')?.seq;
  await together(dyad, dyad.stewards, 'record.erase', { entry, paths: ['reason'], ground: 'safety' });
}

/** The words of a leaf; names of organisations are public, and stand in it as they are. */
const wordsOf = (leaf: string): string[] =>
  organisations
    .reduce((said, name) => said.replaceAll(JSON.stringify(name), '""'), leaf)
    .split(/[^\p{L}\p{M}\p{N}@._-]+/u);

/** Every text within a value. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What a leaf says of somebody, and should not. */
function personalIn(leaf: string): string[] {
  const words = wordsOf(leaf);
  const known = new Set(words);
  const told = (text: string): boolean =>
    /\s/u.test(text) ? leaf.includes(JSON.stringify(text).slice(1, -1)) : known.has(text);
  return [
    ...[...people, ...written].filter(told),
    ...ids.filter((id) => leaf.includes(id)),
    ...words.filter((word) => word.includes('@') || /^\d{1,3}(\.\d{1,3}){3}$/.test(word)),
    // Whatever people write has letters that no code of ours has; what stands openly is in ASCII.
    ...words.filter((word) => /[^\x20-\x7e]/.test(word)),
  ];
}

describe('the leaves of the record', () => {
  it('are walked of every kind there is', () => {
    const walked = new Set(recorded.map(({ kind }) => kind));
    expect(recordKindNames.filter((kind) => !walked.has(kind))).toEqual([]);
    for (const [kinds] of walks) for (const kind of kinds) expect(walked, kind).toContain(kind);
  });

  it('have nothing of what is told beside them, which has what was planted in it', () => {
    const planted = new Set<RecordKind>();
    for (const { kind, leaf, about } of recorded)
      for (const name of Object.keys(recordKinds[kind].told.shape))
        for (const text of textsIn(about[name])) {
          if (text.includes(canary)) planted.add(kind);
          expect(leaf, `${kind} ${name}`).not.toContain(JSON.stringify(text));
        }
    expect(leaves.filter((leaf) => leaf.includes(canary))).toEqual([]);
    const telling = recordKindNames.filter((kind) => /^(?:commitment|progress|milestone|disclosure)\./.test(kind));
    expect(telling.filter((kind) => !planted.has(kind))).toEqual([]);
  });

  it('name nobody and quote nobody, whatever was recorded', () => {
    expect(Math.min(people.length, ids.length, written.length)).toBeGreaterThan(10);
    expect(leaves.flatMap(personalIn)).toEqual([]);
  });

  it('would be found to, by a name, a login, an address, an id, a text', () => {
    const leaf = leaves.at(-1) ?? '';
    for (const planted of [people[0], people.at(-2), email, '127.0.0.77', ids[0], written[0], 'Елена']) {
      const told = leaf.replace('"d":{', `"d":{"planted":${JSON.stringify(planted)},`);
      expect(personalIn(told), planted).toContain(planted);
    }
  });
});
