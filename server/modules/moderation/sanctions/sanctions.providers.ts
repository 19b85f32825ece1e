import { SanctionRepository } from './sanction.repository.js';
import { SanctionTime } from './sanction-time.js';
import { Sanctions } from './sanctions.service.js';
import { Strikes } from './strikes.query.js';

/** What keeps members from what was decided that they may not do. */
export const sanctions = [SanctionRepository, SanctionTime, Sanctions, Strikes];
