import { Failure, type FailureCode } from '../contract/failure.js';
import type { Actor } from './actor.js';

/** The failure that says to a caller why the policy table refused, with what its sentence needs. */
export function refused(code: FailureCode, actor: Actor): Failure {
  if (actor.kind === 'member') {
    const { charterVersion, restriction } = actor;
    if (code === 'charter.consent_needed') return new Failure(code, { version: charterVersion });
    if (code === 'access.suspended') return new Failure(code, { until: restriction.suspendedUntil ?? '' });
    if (code === 'access.silenced') return new Failure(code, { until: restriction.silencedUntil ?? '' });
  }
  return new Failure(code as 'access.denied');
}
