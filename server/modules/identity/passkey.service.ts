import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { Failure } from '../../../shared/contract/failure.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { isId, randomId } from '../../platform/ids/ids.js';
import { Log } from '../../platform/logging/log.js';
import { CredentialRepository, type AttemptKind, type PasskeyRow } from './credential.repository.js';
import { SessionsService, type OpenedSession } from './sessions.service.js';
import type { Site } from './site.js';

const attemptMinutes = 5;

/** A WebAuthn message as the browser's library made it; its shape is checked by the library that reads it. */
export type WebAuthnMessage = Record<string, unknown>;

export interface Begun {
  readonly challenge: string;
  readonly options: WebAuthnMessage;
}

/** A passkey as its owner adds it: the attempt it answers, a name to tell it by, and the device's message. */
export interface NewPasskey {
  readonly challenge: string;
  readonly name: string;
  readonly response: WebAuthnMessage;
}

/** Passkeys (WebAuthn level 3): discoverable, with the device asking its user, so that one gesture is two factors. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialRepository,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async beginSignIn(site: Site): Promise<Begun> {
    const options = await generateAuthenticationOptions({ rpID: site.rpId, userVerification: 'required' });
    return this.remember('passkey_sign_in', null, options.challenge, { ...options });
  }

  /** @throws Failure `sign_in.refused`, whatever was wrong. */
  async signIn(site: Site, attemptId: string, response: WebAuthnMessage): Promise<OpenedSession> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const challenge = await this.challenge(tx, attemptId, 'passkey_sign_in');
      const passkey = await this.credentials.passkey(tx, String(response['id']));
      const counter = passkey && challenge && (await this.provenCounter(site, challenge.secret, passkey, response));
      if (!passkey || counter === undefined) {
        this.log.warn('sign_in.failed', { account: passkey?.account_id ?? 'unknown', how: 'passkey' });
        throw new Failure('sign_in.refused');
      }
      await this.credentials.usedPasskey(tx, passkey.id, counter, this.clock.now());
      return this.sessions.open(tx, passkey.account_id, { how: 'passkey', strong: true, pending: false });
    });
  }

  async beginAdding(site: Site, accountId: string, login: string): Promise<Begun> {
    const known = await this.unitOfWork.run('all dyads', (tx) => this.credentials.passkeysOf(tx, accountId));
    const options = await generateRegistrationOptions({
      rpName: 'Entente',
      rpID: site.rpId,
      userName: login,
      excludeCredentials: known.map((one) => ({ id: one.credential_id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return this.remember('passkey_add', accountId, options.challenge, { ...options });
  }

  /** @throws Failure `account.passkey_refused`. */
  async add(site: Site, accountId: string, { challenge, name, response }: NewPasskey): Promise<void> {
    await this.unitOfWork.run('all dyads', async (tx) => {
      const begun = await this.challenge(tx, challenge, 'passkey_add');
      if (!begun || begun.account_id !== accountId) throw new Failure('account.passkey_refused');
      const proof = await verifyRegistrationResponse({
        response: asRegistration(response),
        expectedChallenge: begun.secret,
        expectedOrigin: site.origin,
        expectedRPID: site.rpId,
        requireUserVerification: true,
      }).catch(() => undefined);
      if (!proof?.verified) throw new Failure('account.passkey_refused');
      const { credential } = proof.registrationInfo;
      const added = await this.credentials.addPasskey(tx, {
        id: randomId(),
        account_id: accountId,
        credential_id: credential.id,
        public_key: Buffer.from(credential.publicKey),
        counter: String(credential.counter),
        name,
        added_at: this.clock.now(),
      });
      if (!added) throw new Failure('account.passkey_refused');
    });
  }

  /** The counter the device reports, when its answer is proven; a counter that goes back betrays a copy. */
  private async provenCounter(
    site: Site,
    challenge: string,
    passkey: PasskeyRow,
    response: WebAuthnMessage,
  ): Promise<number | undefined> {
    const proof = await verifyAuthenticationResponse({
      response: asAuthentication(response),
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: Number(passkey.counter),
      },
    }).catch(() => undefined);
    return proof?.verified ? proof.authenticationInfo.newCounter : undefined;
  }

  private async remember(
    kind: AttemptKind,
    accountId: string | null,
    secret: string,
    options: WebAuthnMessage,
  ): Promise<Begun> {
    const id = randomId();
    const expires = this.clock.in({ minutes: attemptMinutes });
    await this.unitOfWork.run('all dyads', (tx) =>
      this.credentials.begin(tx, { id, kind, account_id: accountId, secret, expires_at: expires }),
    );
    return { challenge: id, options };
  }

  private async challenge(tx: Tx, attemptId: string, kind: AttemptKind) {
    return isId(attemptId) ? this.credentials.finish(tx, attemptId, kind, this.clock.now()) : undefined;
  }
}

/** The library reads every part of a message defensively; the names are what it needs to find them. */
const asRegistration = (message: WebAuthnMessage): RegistrationResponseJSON => ({ ...emptyRegistration, ...message });
const asAuthentication = (message: WebAuthnMessage): AuthenticationResponseJSON => ({
  ...emptyAuthentication,
  ...message,
});

const empty = { id: '', rawId: '', type: 'public-key', clientExtensionResults: {} } as const;
const emptyRegistration: RegistrationResponseJSON = {
  ...empty,
  response: { clientDataJSON: '', attestationObject: '' },
};
const emptyAuthentication: AuthenticationResponseJSON = {
  ...empty,
  response: { clientDataJSON: '', authenticatorData: '', signature: '' },
};
