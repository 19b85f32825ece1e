import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordKeys } from '../../server/modules/record/record-keys.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad } from '../support/actors.js';
import { acknowledged, adopted, answer, assess, promising, report, withdraw } from '../support/commitments.js';
import { startDemonstration, type Demonstration } from '../support/demonstration.js';
import { fromUtf8 } from '../../shared/log/encoding.js';

const email = 'leaf.canary@example.org';

let demonstration: Demonstration;
let leaves: string[];
let people: string[];
let ids: string[];
let written: string[];
let organisations: string[];

beforeAll(async () => {
  demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
  const { app, database } = demonstration;
  await walkCommitments();
  await walkKeys();
  await app.settled();
  const column = async (sql: string): Promise<string[]> =>
    (await database.query<{ said: string }>(sql)).map(({ said }) => said);
  leaves = (await database.query<{ record: Buffer }>('select record from log_entry order by dyad_id, idx')).map(
    ({ record }) => fromUtf8(record),
  );
  people = [
    ...(await column('select pseudonym as said from member')),
    ...(await column('select login as said from account')),
    email,
  ];
  ids = await column('select id::text as said from account union select id::text from member');
  written = await column('select source as said from post_text');
  organisations = await column(
    `select distinct said from organisation, lateral jsonb_each_text(name) as named (language, said)`,
  );
}, 300_000);
afterAll(() => demonstration.close());

/** Everything that stewards, delegates and evaluators do with a commitment, and what the demonstration leaves out. */
async function walkCommitments(): Promise<void> {
  const { app } = demonstration;
  const dyad = await promising(app, await foundDyad(app, 'leaves'));
  await dyad.drafters.a.api.call('PATCH /api/account', { body: { email } });
  const commitment = await adopted(app, dyad);
  await report(dyad, commitment, dyad.organisations.a, 1);
  await answer(dyad.stewards.b, dyad, [commitment, 1], acknowledged);
  await report(dyad, commitment, dyad.organisations.a, 2);
  await withdraw(dyad.organisations.a, dyad, commitment, 2);
  for (const evaluator of dyad.evaluators) await assess(evaluator, dyad, commitment, 1, 'complete');
}

/** What the log says of its own keys. */
async function walkKeys(): Promise<void> {
  const { app } = demonstration.app;
  const [head] = await demonstration.database.query<{ id: string }>('select dyad_id as id from log_head limit 1');
  const dyadId = head?.id ?? '';
  await app.get(UnitOfWork).run({ dyadId }, async (tx) => {
    const { oldKey } = await app.get(RecordKeys).rotate(tx, dyadId);
    await app.get(RecordKeys).revoke(tx, dyadId, oldKey, 'compromised');
  });
}

/** The words of a leaf; names of organisations are public, and stand in it as they are. */
const wordsOf = (leaf: string): string[] =>
  organisations
    .reduce((said, name) => said.replaceAll(JSON.stringify(name), '""'), leaf)
    .split(/[^\p{L}\p{M}\p{N}@._-]+/u);

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
  it('name nobody and quote nobody, whatever was recorded', () => {
    const kinds = new Set(leaves.map((leaf) => (JSON.parse(leaf) as { t: string }).t));
    for (const answered of ['reported', 'acknowledged', 'withdrawn', 'evaluated'])
      expect(kinds, answered).toContain(`progress.${answered}`);
    for (const kind of ['key.rotated', 'key.revoked', 'policy.changed']) expect(kinds, kind).toContain(kind);
    for (const kind of ['statement.ratified', 'organisation.admitted', 'topic.opened', 'moderation.digest'])
      expect(kinds, kind).toContain(kind);
    expect(Math.min(people.length, ids.length, written.length)).toBeGreaterThan(10);
    expect(leaves.flatMap(personalIn)).toEqual([]);
  });

  it('would be found to, by a name, a login, an address, an id, a text', () => {
    const leaf = leaves.at(-1) ?? '';
    for (const planted of [people[0], people.at(-2), email, '127.0.0.77', ids[0], written[0], 'Елена']) {
      const canary = leaf.replace('"d":{', `"d":{"planted":${JSON.stringify(planted)},`);
      expect(personalIn(canary), planted).toContain(planted);
    }
  });
});
