import { ItemUrgency } from './item-urgency.js';
import { LookFiling } from './look-filing.js';
import { LookKeeping } from './look-keeping.js';
import { LookRequests } from './look-requests.js';
import { LookTaking } from './look-taking.js';
import { LookWorker } from './look-worker.js';
import { LookRepository } from './look.repository.js';

/** What has detection look at everything that passes the gate, and keeps what it finds. */
export const looks = [LookRepository, LookKeeping, ItemUrgency, LookTaking, LookFiling, LookWorker, LookRequests];
