import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { StatementWithholding } from '../../server/modules/statements/moderation/statement-withholding.js';
import { member, type TestMember } from '../support/actors.js';
import { draft } from '../support/comments.js';
import { edit } from '../support/documents.js';
import { connect, until } from '../support/live.js';
import { startStatements, type StatementCast } from '../support/statements.js';

let cast: StatementCast;
let steward: TestMember;
beforeAll(async () => {
  cast = await startStatements();
  steward = await member(cast.test, cast.dyad, { side: 'a', roles: ['steward'] });
});
afterAll(() => cast.test.close());

const at = (statement: string) => ({ params: { dyad: cast.dyad.slug, statement } });
const withholding = (work: 'hold' | 'restore', content: string) =>
  cast.test.app
    .get(UnitOfWork)
    .run({ dyadId: cast.dyad.id }, (tx) =>
      cast.test.app.get(StatementWithholding)[work](tx, { dyadId: cast.dyad.id, content }),
    );
const listed = async (who: TestMember): Promise<string[]> => {
  const { statements } = await who.api.call('GET /api/dyads/:dyad/statements', { params: { dyad: cast.dyad.slug } });
  return statements.map(({ id }) => id);
};

describe('a statement that moderators withhold', () => {
  it('is read by those who draft it, who cannot write in it, and by nobody else', async () => {
    const { test, dyad, ofA, ofB, neutral, citizen } = cast;
    const { id, clause } = await draft(test, dyad, ofA, 'public');
    await withholding('hold', id);
    for (const who of [ofA, ofB, neutral]) {
      const { answer } = await who.api.try('GET /api/dyads/:dyad/statements/:statement', at(id));
      expect(answer).toMatchObject({ role: 'read', withheld: { how: 'held', reason: null } });
      expect(await listed(who)).toContain(id);
      const key = { kind: 'agree' as const, hash: answer.clauses[0]?.hash ?? '' };
      const given = await who.api.try('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/keys', {
        params: { ...at(id).params, clause },
        body: key,
      });
      expect(given.problem.code).toBe('document.read_only');
    }
    for (const who of [citizen, steward]) {
      const { problem } = await who.api.try('GET /api/dyads/:dyad/statements/:statement', at(id));
      expect(problem.code).toBe('request.not_found');
      expect(await listed(who)).not.toContain(id);
    }
    const { problem } = await test.visitor().try('GET /api/dyads/:dyad/drafts/:statement', at(id));
    expect(problem.code).toBe('request.not_found');
    const { drafts } = await test.visitor().call('GET /api/dyads/:dyad/drafts', { params: { dyad: dyad.slug } });
    expect(drafts.map((one) => one.id)).not.toContain(id);
    await withholding('restore', id);
    expect(await listed(citizen)).toContain(id);
  });

  it('is gone from open pages within a second, and nobody gets in', async () => {
    const { test, dyad, ofA, citizen } = cast;
    const { id } = await draft(test, dyad, ofA, 'public');
    const { topic } = await citizen.api.call('GET /api/dyads/:dyad/statements/:statement/threads', at(id));
    const [reader, writer] = [edit(test, citizen, id), edit(test, ofA, id)];
    await Promise.all([reader.synced(), writer.synced()]);
    const live = await connect(test, citizen);
    const streams = [`statement:${id}`, `topic:${topic}`];
    for (const stream of streams) expect((await live.follow(dyad.slug, stream)).failure).toBeUndefined();
    await withholding('hold', id);
    await until(() => reader.closed.includes(4403), 1_000);
    await until(() => writer.roles.at(-1) === 'read', 1_000);
    await until(() => live.told.filter(({ event }) => event === 'ended').length === 2, 1_000);
    expect(writer.closed).toEqual([]);
    const late = edit(test, citizen, id);
    await until(() => late.closed.length > 0, 1_000);
    expect(late.provider.synced).toBe(false);
    await withholding('restore', id);
    await until(() => writer.roles.at(-1) === 'write', 1_000);
    await until(() => late.provider.synced);
    for (const one of [reader, writer, late]) one.close();
    live.close();
  });
});
