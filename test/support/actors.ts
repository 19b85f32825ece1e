import type { Role, Side } from '../../shared/access/actor.js';
import type { StoredRestriction } from '../../shared/access/restriction.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { AccountRegistrar } from '../../server/modules/identity/account-registrar.port.js';
import { Enrolment } from '../../server/modules/dyads/enrolment.port.js';
import { MemberRestrictions } from '../../server/modules/dyads/member-restrictions.port.js';
import { Founding, type NewDyad } from '../../server/modules/dyads/founding.port.js';
import type { Api } from './api.js';
import type { TestApp } from './app.js';

/** A dyad in a test. */
export interface TestDyad {
  readonly id: string;
  readonly slug: string;
}

/** Somebody signed in as a member: a browser, and who they are. */
export interface TestMember {
  readonly api: Api;
  readonly id: string;
  readonly accountId: string;
  readonly pseudonym: string;
  readonly side: Side;
}

const both = (a: string, b: string, en: string): Record<string, string> => ({ bg: a, mk: b, en });

/** The smallest dyad that is whole: two languages, one article, one disclosure. */
export function smallDyad(slug: string): NewDyad {
  return {
    slug,
    name: both('Река', 'Река', 'River'),
    purpose: both('Да говорим за водата', 'Да зборуваме за водата', 'To talk about the water'),
    sides: {
      a: { label: both('Изток', 'Исток', 'East'), language: 'bg' },
      b: { label: both('Запад', 'Запад', 'West'), language: 'mk' },
    },
    charter: [
      {
        number: 1,
        title: both('Слушане', 'Слушање', 'Listening'),
        body: both('Първо слушаме.', 'Прво слушаме.', 'We listen first.'),
      },
    ],
    disclosures: [
      {
        kind: 'funding',
        title: both('Пари', 'Пари', 'Money'),
        body: both('Никой не плаща.', 'Никој не плаќа.', 'Nobody pays.'),
      },
    ],
  };
}

export async function foundDyad({ app }: TestApp, slug = 'river', change: Partial<NewDyad> = {}): Promise<TestDyad> {
  const id = await app
    .get(UnitOfWork)
    .run('all dyads', (tx) => app.get(Founding).found(tx, { ...smallDyad(slug), ...change }));
  return { id, slug };
}

let counter = 0;

/** Nothing was decided about them. */
export const free: StoredRestriction = { silencedUntil: null, suspendedUntil: null, banned: false, warned: false };

/** How a member differs from a consenting citizen of side A. */
export interface Wanted {
  readonly side?: Side;
  readonly roles?: readonly Role[];
  /** A second factor was proved. Moderators and stewards have it unless said otherwise. */
  readonly strong?: boolean;
  readonly pseudonym?: string;
  readonly consented?: boolean;
  /** An account that exists already: the same person in another dyad. */
  readonly accountId?: string;
  /** What moderators decided about them. */
  readonly restricted?: Partial<StoredRestriction>;
}

/** Signs somebody in anew: sessions end when time passes. */
export async function signInAgain({ app }: TestApp, { api, accountId }: TestMember, strong = false): Promise<void> {
  const session = await app
    .get(UnitOfWork)
    .run('all dyads', (tx) => app.get(AccountRegistrar).openSession(tx, accountId, strong));
  api.cookie = `__Host-entente=${session.token}`;
}

/** A member with a session, made without hashing a password. */
export async function member(test: TestApp, dyad: TestDyad, wanted: Wanted = {}): Promise<TestMember> {
  const { side = 'a', roles = ['citizen'], consented = true } = wanted;
  const strong = wanted.strong ?? roles.some((role) => role === 'moderator' || role === 'steward');
  const number = (counter += 1);
  const pseudonym = wanted.pseudonym ?? `person ${String.fromCodePoint(97 + (number % 26))}${number}`;
  const registrar = test.app.get(AccountRegistrar);
  return test.app.get(UnitOfWork).run('all dyads', async (tx) => {
    const accountId =
      wanted.accountId ??
      (await registrar.register(tx, { login: `person${number}`, passwordHash: null, language: 'en' }));
    const enrolled = await test.app.get(Enrolment).enrol(tx, {
      dyadId: dyad.id,
      accountId,
      pseudonym,
      side,
      writesIn: side === 'b' ? 'mk' : 'bg',
      roles,
      acceptedCharterVersion: consented ? 1 : 0,
    });
    if (wanted.restricted)
      await test.app.get(MemberRestrictions).set(tx, enrolled.id, async () => ({ ...free, ...wanted.restricted }));
    const session = await registrar.openSession(tx, accountId, strong);
    const api = test.visitor();
    api.cookie = `__Host-entente=${session.token}`;
    return { api, id: enrolled.id, accountId, pseudonym, side };
  });
}
