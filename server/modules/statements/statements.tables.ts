import type { Schema } from '../../platform/database/data-source.js';
import { ClauseKey } from './clause-key.entity.js';
import { StatementThread } from './comments/statement-thread.entity.js';
import { Statements1764001100000 } from './migrations/1764001100000-statements.js';
import { StatementVersions1764001200001 } from './migrations/1764001200001-statement-versions.js';
import { Suggestions1764001300001 } from './migrations/1764001300001-suggestions.js';
import { Ratification1764001300002 } from './migrations/1764001300002-ratification.js';
import { StatementThreads1764001300003 } from './migrations/1764001300003-statement-threads.js';
import { StatementsInTheLog1765200000001 } from './migrations/1765200000001-statements-in-the-log.js';
import { EmptiedTitles1765440000003 } from './migrations/1765440000003-emptied-titles.js';
import { WithheldStatements1765100000003 } from './migrations/1765100000003-withheld-statements.js';
import { Ratification } from './ratification/ratification.entity.js';
import { ReservationWithdrawal, StatementReservation } from './ratification/reservation.entity.js';
import { RatificationDecline, RatificationSignature, RatificationTakeBack } from './ratification/word.entity.js';
import { Statement } from './statement.entity.js';
import { Suggestion, SuggestionKey } from './suggestions/suggestion.entity.js';
import { StatementVersion } from './versions/statement-version.entity.js';
import { StatementVisibilityKey } from './visibility/visibility-key.entity.js';

export const statementsTables: Schema = {
  entities: [
    Statement,
    ClauseKey,
    StatementVersion,
    Suggestion,
    SuggestionKey,
    Ratification,
    RatificationSignature,
    RatificationDecline,
    RatificationTakeBack,
    StatementReservation,
    ReservationWithdrawal,
    StatementThread,
    StatementVisibilityKey,
  ],
  migrations: [
    Statements1764001100000,
    StatementVersions1764001200001,
    Suggestions1764001300001,
    Ratification1764001300002,
    StatementThreads1764001300003,
    WithheldStatements1765100000003,
    StatementsInTheLog1765200000001,
    EmptiedTitles1765440000003,
  ],
};
