import { Delegates } from './delegates.js';
import { FreezeService } from './freeze.service.js';
import { RatificationPage } from './ratification-page.query.js';
import { RatificationRepository } from './ratification.repository.js';
import { RatifiedList } from './ratified-list.query.js';
import { RatifiedReader } from './ratified.reader.js';
import { RatifiedRecord } from './ratified-record.js';
import { RatifiedRepository } from './ratified.repository.js';
import { ReservationRepository } from './reservation.repository.js';
import { ReservationService } from './reservation.service.js';
import { Reservations } from './reservations.js';
import { RoundBeginning } from './round-beginning.js';
import { RoundEnding } from './round-ending.js';
import { RoundReading } from './round-reading.js';
import { RoundSteps } from './round-steps.js';
import { Rounds } from './rounds.js';
import { SigningDeadline } from './signing-deadline.js';
import { SigningService } from './signing.service.js';
import { SigningTerms } from './signing-terms.js';
import { StatementAtHand } from './statement-at-hand.js';
import { StatementStates } from './statement-states.js';
import { WholeStatement } from './whole-statement.js';

/** What takes a statement from a draft to being ratified. */
export const ratificationProviders = [
  Delegates,
  FreezeService,
  RatificationPage,
  RatificationRepository,
  RatifiedList,
  RatifiedReader,
  RatifiedRecord,
  RatifiedRepository,
  ReservationRepository,
  ReservationService,
  Reservations,
  RoundBeginning,
  RoundEnding,
  RoundReading,
  RoundSteps,
  Rounds,
  SigningDeadline,
  SigningService,
  SigningTerms,
  StatementAtHand,
  StatementStates,
  WholeStatement,
];
