// Accounts: who somebody is to this server, and how they prove it. It promises that nothing usable of a password, a
// token or a code is stored, that the answer to a failed sign-in never tells what was wrong, and that ending a session
// ends it everywhere within a second. It knows no dyad: what an account is a member of, it asks through a port.
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Retention } from '../../platform/retention/retention.js';
import { AccountController } from './account.controller.js';
import { AccountRegistrar } from './account-registrar.port.js';
import { AccountRepository } from './account.repository.js';
import { AccountService } from './account.service.js';
import { AccountQuery } from './account.query.js';
import { CredentialRepository } from './credential.repository.js';
import { OidcProvider } from './oidc-provider.js';
import { OidcService } from './oidc.service.js';
import { OutsideSignInController } from './outside-sign-in.controller.js';
import { PasskeyController } from './passkey.controller.js';
import { PasskeyService } from './passkey.service.js';
import { PasswordHasher } from './password-hasher.js';
import { ProtectionService } from './protection.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionController } from './session.controller.js';
import { SessionDesk } from './session-desk.service.js';
import { sessionLimits } from './session.lifecycle.js';
import { SessionReader } from './session.reader.js';
import { SessionRenewal } from './session-renewal.js';
import { SessionRepository } from './session.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { StepUpService } from './step-up.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

const services = [
  AccountRegistrar,
  AccountRepository,
  AccountService,
  AccountQuery,
  CredentialRepository,
  OidcProvider,
  OidcService,
  PasskeyService,
  PasswordHasher,
  ProtectionService,
  SecondFactorService,
  SessionDesk,
  SessionReader,
  SessionRenewal,
  SessionRepository,
  SessionsService,
  SignInService,
  SignInThrottle,
  StepUpService,
];

@Global()
@Module({
  controllers: [SessionController, OutsideSignInController, AccountController, PasskeyController],
  providers: services,
  exports: [SessionReader, AccountRegistrar],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly sessions: SessionRepository,
    private readonly credentials: CredentialRepository,
  ) {}

  onModuleInit(): void {
    const longest = sessionLimits.ordinary.wholeMinutes * 60_000;
    this.retention.register('ended sessions', (tx, now) => this.sessions.forget(tx, new Date(now.getTime() - longest)));
    this.retention.register('sign-ins begun and not finished', (tx, now) => this.credentials.forgetAttempts(tx, now));
  }
}
