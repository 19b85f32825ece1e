import { foundDyad, member, type TestDyad, type TestMember } from './actors.js';
import { startApp, type TestApp } from './app.js';

/** An application with one dyad, a drafter of each side and a neutral one, and somebody who only may comment. */
export interface StatementCast {
  readonly test: TestApp;
  readonly dyad: TestDyad;
  readonly ofA: TestMember;
  readonly ofB: TestMember;
  readonly neutral: TestMember;
  readonly citizen: TestMember;
}

export async function startStatements(): Promise<StatementCast> {
  const test = await startApp();
  const dyad = await foundDyad(test, 'river');
  return {
    test,
    dyad,
    ofA: await member(test, dyad, { side: 'a', roles: ['drafter'] }),
    ofB: await member(test, dyad, { side: 'b', roles: ['drafter'] }),
    neutral: await member(test, dyad, { side: 'neutral', roles: ['drafter'] }),
    citizen: await member(test, dyad, { side: 'b' }),
  };
}
