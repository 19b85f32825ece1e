import { setTimeout } from 'node:timers/promises';
import { generate } from 'otplib';
import type { Role } from '../../shared/access/actor.js';
import { loadDemonstration } from '../../server/demo/load-demonstration.js';
import { PostSubmission } from '../../server/modules/forums/post-submission.js';
import { Outcomes } from '../../server/modules/moderation/decisions/outcomes.js';
import { ProposalRepository } from '../../server/modules/moderation/decisions/proposal.repository.js';
import { ItemRepository } from '../../server/modules/moderation/items/item.repository.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { TranslationWorker } from '../../server/modules/translation/translation-worker.js';
import { demoCodeSecret, demoPassword } from '../../server/demo/demo-people.js';
import { readConfig } from '../../server/platform/config/config.js';
import { startApp, testSecret, type TestApp } from './app.js';
import { signInByCookie, type Reader } from './browser.js';
import { createDatabase, type TestDatabase } from './database.js';

/** The demonstration dialogues in an application and a database of their own. */
export interface Demonstration {
  readonly app: TestApp;
  readonly database: TestDatabase;
  /** The login of somebody who holds a role on a side. */
  login(dyad: string, side: 'a' | 'b', role: Role): Promise<string>;
  close(): Promise<void>;
}

interface Engines {
  readonly before: string;
  readonly engines: string;
}

/** What is there before the application starts is translated by `before`; what is written then, by `engines`. */
export async function startDemonstration({ before, engines }: Engines): Promise<Demonstration> {
  const database = await createDatabase();
  const common = { NODE_ENV: 'test', ENTENTE_SECRET: testSecret, LOG_LEVEL: 'error' };
  await loadDemonstration(readConfig({ ...common, TRANSLATION_ENGINES: before }), database.url, () => undefined);
  if (before !== engines) await translated(database, before);
  const app = await startApp({ LOG_LEVEL: 'error', TRANSLATION_ENGINES: engines }, database);
  if (before === engines) await app.app.get(TranslationWorker).idle();
  return {
    app,
    database,
    login: async (dyad, side, role) => {
      const [row] = await database.query<{ login: string }>(
        `select a.login from account a join member m on m.account_id = a.id join dyad d on d.id = m.dyad_id
         where d.slug = $1 and m.side = $2 and $3 = any(m.roles) order by a.login limit 1`,
        [dyad, side, role],
      );
      return row?.login ?? '';
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/** Has an engine translate everything that waits for it. */
async function translated(database: TestDatabase, engines: string): Promise<void> {
  const app = await startApp({ LOG_LEVEL: 'error', TRANSLATION_ENGINES: engines }, database);
  await app.app.get(TranslationWorker).idle();
  await app.close();
}

/** Nothing that was reported lies on the desk any more: for journeys that bring there what they look at. */
export async function clearReports({ app: { app }, database }: Pick<Demonstration, 'app' | 'database'>): Promise<void> {
  const open = await database.query<{ id: string; dyad: string }>(
    `select id, dyad_id as dyad from moderation_item where state in ('in_review', 'proposed', 'escalated')`,
  );
  for (const { id, dyad } of open) {
    await app.get(UnitOfWork).run({ dyadId: dyad }, async (tx) => {
      const item = await app.get(ItemRepository).find(tx, id);
      const proposal = await app.get(ProposalRepository).openOf(tx, id);
      if (!item) return;
      const actor = { memberId: item.authorId, side: item.authorSide };
      const settled = proposal
        ? await app
            .get(Outcomes)
            .end(tx, item, proposal, item.state === 'escalated' ? 'restored' : 'retracted', { actor })
        : item;
      const post = settled.state === 'in_review' && (await app.get(PostSubmission).lock(tx, item.content));
      if (post) await app.get(PostSubmission).withdraw(tx, { ...actor, dyadId: dyad }, post);
    });
  }
}

/** Signs somebody of the demonstration in by the page, with a one-time code where one is asked for. */
export async function signIn({ page }: Reader, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[autocomplete=username]').first().fill(name);
  await page.locator('input[autocomplete=current-password]').fill(demoPassword);
  await page.locator('form.sheet button[type=submit]').first().click();
  const code = page.locator('input[autocomplete=one-time-code]');
  await code.or(page.locator('main .side-mark').first()).first().waitFor();
  if (await code.isVisible()) {
    await code.fill(await unusedCode(name));
    await page.locator('form.sheet button[type=submit]').click();
  }
  await page.waitForURL(/\/d\//);
}

const cookies = new Map<string, string>();

/** The same, by the page once only: who comes again brings the session along. So many do not sign in from one place. */
export async function signInOrGoOn(reader: Reader, { app }: Pick<Demonstration, 'app'>, name: string): Promise<void> {
  const known = cookies.get(`${app.url} ${name}`);
  if (known !== undefined) return signInByCookie(reader, app, { cookie: known });
  await signIn(reader, name);
  const [session] = await reader.context.cookies();
  if (session) cookies.set(`${app.url} ${name}`, `${session.name}=${session.value}`);
}

const stepSeconds = 30;
const stepUsedLast = new Map<string, number>();

/**
 * A one-time code that this process has not used for that login. A code works once, so whoever signs in twice within
 * its thirty seconds takes the one of the next step, which the server takes too; a third waits.
 */
export async function unusedCode(login: string): Promise<string> {
  const stepOfNow = (): number => Math.floor(Date.now() / 1000 / stepSeconds);
  const step = Math.max(stepOfNow(), (stepUsedLast.get(login) ?? 0) + 1);
  stepUsedLast.set(login, step);
  while (step > stepOfNow() + 1) await setTimeout(500);
  return generate({ secret: demoCodeSecret, epoch: step * stepSeconds });
}
