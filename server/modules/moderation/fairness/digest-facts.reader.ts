import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { commitmentOf } from '../../../../shared/moderation/digest/commitment.js';
import type { ClosedCase, DigestFacts } from '../../../../shared/moderation/digest/digest.js';
import type { PrivateStatement } from '../../../../shared/moderation/digest/disclosure.schema.js';
import { reasonVersionInForce } from '../../../../shared/moderation/reasons.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { DyadProfile } from '../../dyads/dyad.reader.js';
import { WordlistRepository } from '../detection/lists/wordlist.repository.js';
import { StatementRepository } from '../reasons/statement.repository.js';
import { CaseEventRepository } from './case-event.repository.js';
import { historyOf } from './case-reading.js';
import type { CaseHistory, Closed } from './case.js';
import { CommitmentRepository } from './commitment.repository.js';
import { OutsideRequestRepository } from './outside-request.repository.js';
import { privateStatementOf, publicPartOf } from './private-statement.js';
import { secondsBetween } from '../../../platform/clock/seconds-between.js';

/** What the digest of a day is made of, and the statements that it commits to. */
export interface DayOfModeration {
  readonly facts: DigestFacts;
  readonly statements: readonly PrivateStatement[];
}

/** Reads what moderators of a dyad did on one day that is over. */
@Injectable()
export class DigestFactsReader {
  constructor(
    private readonly events: CaseEventRepository,
    private readonly requests: OutsideRequestRepository,
    private readonly commitments: CommitmentRepository,
    private readonly statements: StatementRepository,
    private readonly wordLists: WordlistRepository,
  ) {}

  async of(tx: Tx, dyad: DyadProfile, day: string): Promise<DayOfModeration> {
    const end = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
    const history = historyOf(await this.events.before(tx, dyad.id, end));
    const isOfDay = (at: Date): boolean => dayOf(at) === day;
    const { restrictions, statements } = await this.restrictions(
      tx,
      dyad.slug,
      history.closed.filter(({ at, outcome }) => outcome === 'restricted' && isOfDay(at)),
    );
    const others = history.closed.flatMap((one) => (isOfDay(one.at) ? withoutRestriction(one) : []));
    const requests = await this.requests.between(tx, dyad.id, day, day);
    return {
      statements,
      facts: {
        dyad: dyad.slug,
        day,
        versions: {
          charter: dyad.charterVersion,
          reasons: reasonVersionInForce,
          wordLists: await this.wordLists.versions(tx, dyad.id),
        },
        closed: [...restrictions, ...others],
        secondsWaiting: history.cases
          .filter((one) => one.end === null)
          .map(({ openedAt }) => secondsBetween(openedAt, end)),
        proxyKeys: history.proxyKeys.filter(isOfDay).length,
        expiries: {
          holds: history.expiries.filter(({ of, at }) => of === 'holds' && isOfDay(at)).length,
          proposals: history.expiries.filter(({ of, at }) => of === 'proposals' && isOfDay(at)).length,
        },
        appeals: appealsOf(history, isOfDay),
        requests: { governments: requests.government, parties: requests.party },
      },
    };
  }

  /** Restrictions as the digest says them, each with its commitment. */
  private async restrictions(tx: Tx, dyad: string, closed: readonly Closed[]) {
    if (closed.length === 0) return { restrictions: [], statements: [] };
    const stored = await this.statements.ofEvents(
      tx,
      closed.map(({ eventId }) => eventId),
    );
    const sealed = await this.commitments.sealed(
      tx,
      stored.map(({ id }) => id),
    );
    const restrictions: ClosedCase[] = [];
    const statements: PrivateStatement[] = [];
    for (const statement of stored) {
      const seal = sealed.find(({ statementId }) => statementId === statement.id);
      const one = closed.find(({ eventId }) => eventId === statement.eventId);
      if (!seal || !one) continue;
      const said = publicPartOf(statement, one);
      const whole = privateStatementOf(statement, said, { dyad, contentHash: seal.contentHash });
      const commitment = await commitmentOf({ salt: seal.salt, statement: whole }, (bytes) =>
        createHash('sha256').update(bytes).digest('hex'),
      );
      const { reason, measure, sanction, ...decision } = said;
      const secondsToDecision = secondsBetween(one.openedAt, one.at);
      const { source } = statement;
      restrictions.push({
        outcome: 'restricted',
        reason,
        measure,
        sanction,
        source,
        secondsToDecision,
        decision: { ...decision, commitment },
      });
      statements.push(whole);
    }
    return { restrictions, statements };
  }
}

function withoutRestriction({ outcome, reason, source, openedAt, at }: Closed): ClosedCase[] {
  if (outcome === 'restricted') return [];
  return [{ outcome, reason, source, measure: null, sanction: null, secondsToDecision: secondsBetween(openedAt, at) }];
}

function appealsOf({ appeals }: CaseHistory, isOfDay: (at: Date) => boolean): DigestFacts['appeals'] {
  const ended = appeals.flatMap(({ end }) => (end && isOfDay(end.at) ? [end.outcome] : []));
  const count = (outcome: (typeof ended)[number]): number => ended.filter((one) => one === outcome).length;
  return {
    received: appeals.filter(({ openedAt }) => isOfDay(openedAt)).length,
    upheld: count('uphold'),
    varied: count('vary'),
    overturned: count('overturn'),
  };
}
