import { dictionary } from '@zxcvbn-ts/language-common';
import { Failure } from '../../../shared/contract/failure.js';
import { passwordMinimum } from '../../../shared/identity/account.rules.js';

/** The passwords that attackers try first, from leaked lists; offline, so that no password is ever sent anywhere. */
const common = new Set(dictionary['passwords-common'].map((one) => one.toLowerCase()));

/**
 * Length is what counts: no rules about digits or signs (ASVS 5, 6.2). Refused are the common ones, also when only
 * repeated or followed by digits, and the login itself.
 * @throws Failure
 */
export function requireGoodPassword(password: string, login: string): void {
  if ([...password].length < passwordMinimum)
    throw new Failure('account.password_too_short', { minimum: passwordMinimum });
  const bare = password.toLowerCase();
  const stem = bare.replace(/[\d\W_]+$/u, '');
  const half = bare.slice(0, bare.length / 2);
  const repeated = half.length > 0 && bare === half + half ? half : stem;
  const guessed =
    [bare, stem, repeated].some((one) => common.has(one)) || new Set(bare).size < 4 || bare.includes(login);
  if (guessed) throw new Failure('account.password_too_common');
}
