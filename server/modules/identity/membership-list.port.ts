import type { SessionView } from '../../../shared/identity/account.schema.js';
import type { Tx } from '../../platform/database/tx.js';

/** The memberships of an account, for its owner's eyes; answered by the module that knows dyads. */
export abstract class MembershipList {
  abstract of(tx: Tx, accountId: string): Promise<SessionView['memberships']>;
}
