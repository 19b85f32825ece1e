import type { Actor, DyadMember } from '../../../shared/access/actor.js';
import { refusalForCaller, refusalForState, type StateFor } from '../../../shared/access/decide.js';
import { ruleOf, type Action } from '../../../shared/access/policy-table.js';
import { refused } from '../../../shared/access/refusal.js';
import { Failure } from '../../../shared/contract/failure.js';

/**
 * The proof that the policy table was asked. The guard makes it for a caller and an action; a use case that acts on
 * something whose state matters must show the state with `require`, and an endpoint that forgets is a fault, not a
 * hole: its answer is withheld.
 */
export class Permit {
  private settled: boolean;

  private constructor(
    readonly action: Action,
    readonly actor: Actor,
  ) {
    this.settled = (ruleOf(action).given ?? []).length === 0;
  }

  /** @throws Failure when the caller may not do this at all. */
  static issue(action: Action, actor: Actor): Permit {
    const refusal = refusalForCaller(action, actor);
    if (refusal) throw refused(refusal, actor);
    return new Permit(action, actor);
  }

  /** The caller as a member of the dyad; for actions of which the table says so. */
  get member(): DyadMember {
    if (this.actor.kind !== 'member') throw new Failure('access.denied');
    return this.actor;
  }

  /** The account of the caller; for actions of which the table says so. */
  get accountId(): string {
    if (this.actor.kind === 'visitor') throw new Failure('session.needed');
    return this.actor.accountId;
  }

  /** The session of the caller; for actions of which the table says so. */
  get sessionId(): string {
    if (this.actor.kind === 'visitor') throw new Failure('session.needed');
    return this.actor.sessionId;
  }

  /** @throws Failure when the thing acted upon is in a state that forbids it. */
  require<A extends Action>(action: A, state: StateFor<A>): void {
    if (action !== this.action) throw new Error(`A permit for ${this.action} was shown for ${action}`);
    const refusal = refusalForState(action, this.member, state);
    this.settled = true;
    if (refusal) throw refused(refusal, this.actor);
  }

  /** The call repeats one that was allowed when it was made: nothing is done, and its first answer is given again. */
  repeats(): void {
    this.settled = true;
  }

  /** Whether every condition of the rule has been looked at. */
  get isSettled(): boolean {
    return this.settled;
  }
}
