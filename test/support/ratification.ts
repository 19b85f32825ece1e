import type { JointActKind, JointActView } from '../../shared/dyads/joint-act.schema.js';
import type { StatementView } from '../../shared/statements/statement.schema.js';
import { Statements } from '../../server/modules/statements/statements.port.js';
import { member, type TestDyad, type TestMember } from './actors.js';
import type { TestApp } from './app.js';

/** Somebody of each side, for what needs both. */
export interface BothSides {
  readonly a: TestMember;
  readonly b: TestMember;
}

export async function ofBothSides(
  test: TestApp,
  dyad: TestDyad,
  roles: readonly ('drafter' | 'steward')[],
): Promise<BothSides> {
  return { a: await member(test, dyad, { side: 'a', roles }), b: await member(test, dyad, { side: 'b', roles }) };
}

/** Lets stewards of both sides do something together; the act as it is done. */
export async function together(
  dyad: TestDyad,
  { a, b }: BothSides,
  kind: JointActKind,
  details: object,
): Promise<JointActView> {
  const params = { dyad: dyad.slug };
  const body = { kind, details: { ...details }, reason: 'agreed at our meeting' };
  const { id } = await a.api.call('POST /api/dyads/:dyad/joint-acts', { params, body });
  const at = { params: { ...params, act: id }, body: { answer: 'agree' as const } };
  return b.api.call('POST /api/dyads/:dyad/joint-acts/:act/answer', at);
}

/** An organisation with somebody who may sign for it. */
export interface TestOrganisation {
  readonly id: string;
  readonly side: 'a' | 'b' | 'neutral';
  readonly delegate: TestMember;
}

export async function organisation(
  test: TestApp,
  dyad: TestDyad,
  stewards: BothSides,
  { side, name }: { readonly side: TestOrganisation['side']; readonly name: string },
): Promise<TestOrganisation> {
  const purpose = { bg: `Какво е ${name}`, mk: `Што е ${name}` };
  await together(dyad, stewards, 'organisation.admit', { side, name: { bg: name, mk: name }, purpose });
  const { organisations } = await stewards.a.api.call('GET /api/dyads/:dyad/organisations', {
    params: { dyad: dyad.slug },
  });
  const id = organisations.find((one) => one.name['bg'] === name)?.id ?? '';
  const delegate = await member(test, dyad, { side });
  await together(dyad, stewards, 'delegate.name', { organisation: id, member: delegate.id });
  return { id, side, delegate };
}

export interface Aligned {
  readonly statement: string;
  readonly clause: string;
}

/** A statement of one clause that both sides agreed to, and say that its texts say the same. */
export async function aligned(
  test: TestApp,
  dyad: TestDyad,
  drafters: BothSides,
  visibility = 'members',
): Promise<Aligned> {
  const params = { dyad: dyad.slug };
  const { id: statement } = await drafters.a.api.call('POST /api/dyads/:dyad/statements', {
    params,
    body: { title: { bg: 'За водата', mk: 'За водата' }, visibility: visibility as 'members' },
  });
  const clause = (await readStatement(drafters.a, dyad, statement)).clauses[0]?.id ?? '';
  const text = [{ type: 'paragraph' as const, content: [{ text: 'Реката е наша.' }] }];
  await test.app.get(Statements).write(statement, clause, { a: text, b: text }, drafters.a.id);
  await align(dyad, drafters, { statement, clause });
  return { statement, clause };
}

/** Gives all keys of both sides to what stands there. */
export async function align(dyad: TestDyad, drafters: BothSides, { statement, clause }: Aligned): Promise<void> {
  const { hash = '' } =
    (await readStatement(drafters.a, dyad, statement)).clauses.find(({ id }) => id === clause) ?? {};
  for (const kind of ['agree', 'align'] as const)
    for (const who of [drafters.a, drafters.b])
      await who.api.call('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/keys', {
        params: { dyad: dyad.slug, statement, clause },
        body: { kind, hash },
      });
}

export const readStatement = (who: TestMember, dyad: TestDyad, statement: string): Promise<StatementView> =>
  who.api.call('GET /api/dyads/:dyad/statements/:statement', { params: { dyad: dyad.slug, statement } });

export const readRatification = (who: TestMember, dyad: TestDyad, statement: string) =>
  who.api.call('GET /api/dyads/:dyad/statements/:statement/ratification', { params: { dyad: dyad.slug, statement } });

/** Freezes an aligned statement by both keys; the hash that is to be signed. */
export async function frozen(dyad: TestDyad, { a, b }: BothSides, statement: string, days = 14): Promise<string> {
  const params = { dyad: dyad.slug, statement };
  const { hash } = await readRatification(a, dyad, statement);
  const body = { hash: hash ?? '', days };
  await a.api.call('POST /api/dyads/:dyad/statements/:statement/freeze', { params, body });
  await b.api.call('POST /api/dyads/:dyad/statements/:statement/freeze/second', { params, body });
  return body.hash;
}

export const sign = (dyad: TestDyad, statement: string, hash: string, { id, delegate }: TestOrganisation) =>
  delegate.api.try('POST /api/dyads/:dyad/statements/:statement/signatures', {
    params: { dyad: dyad.slug, statement },
    body: { organisation: id, hash },
  });

export const decline = (dyad: TestDyad, statement: string, hash: string, { id, delegate }: TestOrganisation) =>
  delegate.api.try('POST /api/dyads/:dyad/statements/:statement/declines', {
    params: { dyad: dyad.slug, statement },
    body: { organisation: id, hash, reason: 'Трябва ни още време.', language: 'bg' },
  });
