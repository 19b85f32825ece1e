import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { guardedRoles } from '../../shared/access/actor.js';
import { Enrolment } from '../modules/dyads/enrolment.port.js';
import { AccountRegistrar } from '../modules/identity/account-registrar.port.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { DemoContent } from './demo-content.schema.js';

/** The password of every demonstration account; the server refuses demonstration data in production. */
export const demoPassword = 'two banks one river';

/** What the one-time codes of demonstration moderators and stewards are made from; as public as the password. */
export const demoCodeSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** Shorter than the shortest session. */
const signedInMilliseconds = 10 * 60_000;

/** The people of the demonstration, and the calls they make: through the real API, as themselves. */
export class DemoPeople {
  private readonly accounts = new Map<string, string>();
  private readonly sessions = new Map<string, { readonly token: string; readonly openedAt: number }>();

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly passwordHash: string,
  ) {}

  /** @returns the ids of the members, by login */
  async enrol(dyadId: string, members: DemoContent['members']): Promise<ReadonlyMap<string, string>> {
    const registrar = this.app.get(AccountRegistrar);
    const enrolment = this.app.get(Enrolment);
    const ids = new Map<string, string>();
    await this.app.get(UnitOfWork).run('all dyads', async (tx) => {
      for (const { login, uiLanguage, pseudonym, side, roles, writesIn } of members) {
        const accountId = await registrar.register(tx, {
          login,
          passwordHash: this.passwordHash,
          language: uiLanguage,
        });
        const newcomer = { dyadId, accountId, pseudonym, side, roles, writesIn, acceptedCharterVersion: 1 };
        ids.set(login, (await enrolment.enrol(tx, newcomer)).id);
        const guarded = roles.some((role) => guardedRoles.some((one) => one === role));
        if (guarded) await registrar.adoptSecondFactor(tx, accountId, demoCodeSecret);
        this.accounts.set(login, accountId);
      }
    });
    return ids;
  }

  /** One call of one person. @throws Error naming the call that was refused: the demonstration must be whole. */
  async call<Answer>(
    login: string,
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET',
    url: string,
    body?: object,
  ): Promise<Answer> {
    const token = await this.tokenOf(login);
    const response = await this.app.inject({
      method,
      url,
      headers: {
        host: 'localhost',
        origin: 'http://localhost',
        'x-csrf': '1',
        'idempotency-key': crypto.randomUUID(),
        cookie: `__Host-entente=${token}`,
      },
      ...(body && { payload: body }),
    });
    if (response.statusCode >= 400) throw new Error(`${login} ${method} ${url}: ${response.body}`);
    return (response.body === '' ? undefined : JSON.parse(response.body)) as Answer;
  }

  /** People sign in again after some time, as everybody has to. */
  private async tokenOf(login: string): Promise<string> {
    const now = this.app.get(Clock).now().getTime();
    const open = this.sessions.get(login);
    if (open && now - open.openedAt < signedInMilliseconds) return open.token;
    const accountId = this.accounts.get(login) ?? '';
    const { token } = await this.app
      .get(UnitOfWork)
      .run('all dyads', (tx) => this.app.get(AccountRegistrar).openSession(tx, accountId, true));
    this.sessions.set(login, { token, openedAt: now });
    return token;
  }
}
