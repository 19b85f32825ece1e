import { Failure, type FailureCode } from '../contract/failure.js';
import type { Actor } from './actor.js';

/** The failure that says to a caller why the policy table refused, with what its sentence needs. */
export function refused(code: FailureCode, actor: Actor): Failure {
  return code === 'charter.consent_needed'
    ? new Failure(code, { version: actor.kind === 'member' ? actor.charterVersion : 1 })
    : new Failure(code as 'access.denied');
}
