import { AccountRegistrar } from '../../server/modules/identity/account-registrar.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import type { Reply } from './api.js';
import type { Api } from './api.js';
import type { TestApp } from './app.js';

/** An account that can sign in with a password. */
export interface TestAccount {
  readonly id: string;
  readonly login: string;
  readonly password: string;
}

/** Lets a test say where a request comes from with `X-Forwarded-For`, since limits count by network. */
export const behindProxy = { TRUSTED_PROXIES: '127.0.0.1,::1' } as const;

export const goodPassword = 'a quiet river in spring';

/** An account with a password, hashed as slowly as in earnest. */
export async function account({ app }: TestApp, login: string, password = goodPassword): Promise<TestAccount> {
  const registrar = app.get(AccountRegistrar);
  const prepared = await registrar.prepare({ login, password, language: 'en' });
  const id = await app.get(UnitOfWork).run('all dyads', (tx) => registrar.register(tx, prepared));
  return { id, login, password };
}

let networks = 0;

/** A header that makes a request come from a network nobody used before. */
export function elsewhere(): { 'x-forwarded-for': string } {
  networks += 1;
  return { 'x-forwarded-for': `198.18.${Math.floor(networks / 250)}.${(networks % 250) + 1}` };
}

/** Signs in with a password, from a network of its own. */
export function signIn(
  api: Api,
  { login, password }: Pick<TestAccount, 'login' | 'password'>,
): Promise<Reply<unknown>> {
  return api.try('POST /api/session', { body: { login, password } }, { headers: elsewhere() });
}

/** A browser that is signed in with a password. */
export async function signedIn(test: TestApp, who: TestAccount): Promise<Api> {
  const api = test.visitor();
  const { status } = await signIn(api, who);
  if (status !== 200) throw new Error(`${who.login} could not sign in: ${status}`);
  return api;
}
