import type { FailureCode } from '../contract/failure.js';
import type { Actor, DyadMember } from './actor.js';
import {
  actorConditions,
  otherwiseFor,
  stateConditions,
  type StateCondition,
  type SubjectState,
} from './conditions.js';
import { policyTable, ruleOf, type Action, type Who } from './policy-table.js';

/** Nothing when allowed, else the failure to answer with. */
export type Refusal = FailureCode | undefined;

type GivenOf<A extends Action> = (typeof policyTable)[A] extends { readonly given: readonly (infer G)[] } ? G : never;
type ReadsOf<G> = G extends StateCondition ? (typeof stateConditions)[G]['reads'] : never;

/** The state that an action's rule asks for; an action without such conditions asks for nothing. */
export type StateFor<A extends Action> = Pick<SubjectState, ReadsOf<GivenOf<A>>>;

const admits = (who: Who, actor: Actor): boolean => {
  if (who === 'visitor') return true;
  if (who === 'account') return actor.kind !== 'visitor';
  if (actor.kind !== 'member') return false;
  return who === 'member' || actor.roles.includes(who);
};

/** May this caller do this at all? Roles and the caller's own conditions; `undefined` means yes. */
export function refusalForCaller(action: Action, actor: Actor): Refusal {
  const rule = ruleOf(action);
  if (!rule.who.some((who) => admits(who, actor))) {
    return actor.kind === 'visitor' ? 'session.needed' : 'access.denied';
  }
  for (const name of rule.when ?? []) {
    const { holds, otherwise } = actorConditions[name];
    if (!holds(actor)) return otherwiseFor(otherwise, actor);
  }
  return undefined;
}

/** May this member do this to a thing in this state? Called inside the transaction that read the state. */
export function refusalForState<A extends Action>(action: A, actor: DyadMember, state: StateFor<A>): Refusal {
  for (const name of ruleOf(action).given ?? []) {
    const { holds, otherwise } = stateConditions[name];
    // The type StateFor<A> made sure that the state holds what the action's conditions read.
    if (!(holds as (subject: { actor: DyadMember; state: object }) => boolean)({ actor, state })) {
      return name === 'topicTakesPosts' && 'topicMode' in state && state.topicMode === 'frozen'
        ? 'topic.frozen'
        : otherwiseFor(otherwise, actor);
    }
  }
  return undefined;
}
