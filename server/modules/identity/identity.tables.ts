import type { Schema } from '../../platform/database/data-source.js';
import { Account } from './account.entity.js';
import { OidcLink, Passkey, RecoveryCode, SignInAttempt } from './credentials.entity.js';
import { Identity1764000100000 } from './migrations/1764000100000-identity.js';
import { Session } from './session.entity.js';

export const identityTables: Schema = {
  entities: [Account, Session, Passkey, RecoveryCode, SignInAttempt, OidcLink],
  migrations: [Identity1764000100000],
};
