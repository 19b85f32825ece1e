import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';
import { Clock } from '../../platform/clock/clock.js';
import { derivedKey, type Config } from '../../platform/config/config.js';
import { opened, sealed } from '../../platform/crypto/sealed-field.js';
import type { Tx } from '../../platform/database/tx.js';
import { CONFIG } from '../../platform/platform.module.js';
import { AccountRepository, type AccountRow } from './account.repository.js';

const stepSeconds = 30;
const codesAtOnce = 10;
/** Letters and digits that nobody confuses when they copy a code from paper. */
const codeAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const codeLength = 12;

/** One-time codes (TOTP, RFC 6238: six digits, 30 seconds, one step of tolerance) and recovery codes; each works once. */
@Injectable()
export class SecondFactorService {
  private readonly key: Buffer;

  constructor(
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.key = derivedKey(config, 'account.totp');
  }

  /** A fresh secret, kept sealed until a first code proves that the app has it. */
  async begin(tx: Tx, account: AccountRow): Promise<{ secret: string; address: string }> {
    const secret = generateSecret();
    await this.accounts.setPendingTotp(tx, account.id, this.seal(account.id, secret));
    return { secret, address: generateURI({ issuer: 'Entente', label: account.login, secret }) };
  }

  /** Whether the first code fits; if so the secret counts from now on. */
  async confirm(tx: Tx, account: AccountRow, code: string): Promise<boolean> {
    if (!account.totp_pending) return false;
    const step = await this.stepOf(this.unseal(account.id, account.totp_pending), code);
    if (step === undefined) return false;
    await this.accounts.confirmTotp(tx, account.id, account.totp_pending, step);
    return true;
  }

  /** Sets up a known secret without a first code: for demonstration accounts, whose codes anybody may make. */
  async adopt(tx: Tx, accountId: string, secret: string): Promise<void> {
    await this.accounts.confirmTotp(tx, accountId, this.seal(accountId, secret), 0);
  }

  /** Takes a one-time code or a recovery code; the second use of either is refused. */
  async take(tx: Tx, account: AccountRow, typed: string): Promise<boolean> {
    const code = typed.replace(/[\s-]/g, '').toLowerCase();
    if (!/^\d{6}$/.test(code)) return this.accounts.useRecoveryCode(tx, account.id, recoveryHash(account.id, code));
    if (!account.totp_sealed) return false;
    const step = await this.stepOf(this.unseal(account.id, account.totp_sealed), code);
    return step !== undefined && this.accounts.useTotpStep(tx, account.id, step);
  }

  /** New recovery codes, to be shown once; earlier ones stop working. */
  async renewRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: codesAtOnce }, newRecoveryCode);
    await this.accounts.replaceRecoveryCodes(
      tx,
      accountId,
      codes.map((code) => recoveryHash(accountId, code)),
    );
    return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
  }

  /** The time step a code belongs to, when it is one of now, the one before or the one after. */
  private async stepOf(secret: string, code: string): Promise<number | undefined> {
    const epoch = Math.floor(this.clock.now().getTime() / 1000);
    const token = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(token)) return undefined;
    const result = await verify({ secret, token, epoch, epochTolerance: stepSeconds });
    return result.valid && 'timeStep' in result ? result.timeStep : undefined;
  }

  private seal(accountId: string, secret: string): Buffer {
    return sealed(this.key, `account|totp|${accountId}`, secret);
  }

  private unseal(accountId: string, box: Buffer): string {
    return opened(this.key, `account|totp|${accountId}`, box);
  }
}

function newRecoveryCode(): string {
  const bytes = randomBytes(codeLength * 2);
  return Array.from(
    { length: codeLength },
    (_, at) => codeAlphabet[bytes.readUInt16BE(at * 2) % codeAlphabet.length],
  ).join('');
}

/** The codes are random (59 bits), so a plain hash bound to the account is enough; nothing is gained by a slow one. */
const recoveryHash = (accountId: string, code: string): Buffer =>
  createHash('sha256').update(`${accountId}|${code}`).digest();
