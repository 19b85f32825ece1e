import type { Schema } from '../../platform/database/data-source.js';
import { ClauseKey } from './clause-key.entity.js';
import { Statements1764001100000 } from './migrations/1764001100000-statements.js';
import { StatementVersions1764001200001 } from './migrations/1764001200001-statement-versions.js';
import { Ratification1764001300002 } from './migrations/1764001300002-ratification.js';
import { Ratification } from './ratification/ratification.entity.js';
import { ReservationWithdrawal, StatementReservation } from './ratification/reservation.entity.js';
import { RatificationDecline, RatificationSignature, RatificationTakeBack } from './ratification/word.entity.js';
import { Statement } from './statement.entity.js';
import { StatementVersion } from './versions/statement-version.entity.js';

export const statementsTables: Schema = {
  entities: [
    Statement,
    ClauseKey,
    StatementVersion,
    Ratification,
    RatificationSignature,
    RatificationDecline,
    RatificationTakeBack,
    StatementReservation,
    ReservationWithdrawal,
  ],
  migrations: [Statements1764001100000, StatementVersions1764001200001, Ratification1764001300002],
};
