import { Failure } from '../../../../shared/contract/failure.js';
import type { Party } from '../../../../shared/statements/ratification.lifecycle.js';
import type { Permit } from '../../../platform/access/permit.js';

/** The side that a key is given for. @throws Failure `access.other_side` for somebody neutral, who has none */
export function partyOf({ member: { side } }: Permit): Party {
  if (side === 'neutral') throw new Failure('access.other_side');
  return side;
}
