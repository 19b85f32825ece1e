import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import * as account from '../features/account/api';
import { CodeAgain, PasskeyAgain, PasswordAgain } from '../features/account/prove-again';
import { CallFailure } from '../lib/api-client';
import { Problem } from '../ui/states';

/**
 * Why something that binds an organisation was refused. Where one only has to prove again who one is, it is asked for on
 * the spot: a passkey where there is one, else the password, and the code when that is missing.
 */
export function ProveAgain({ error, retry }: { error: unknown; retry: () => void }): ReactNode {
  const code = error instanceof CallFailure ? error.code : undefined;
  if (code !== 'session.recent_sign_in_needed' && code !== 'session.second_factor_needed')
    return <Problem error={error} />;
  return <Ways isCode={code === 'session.second_factor_needed'} retry={retry} />;
}

function Ways({ isCode, retry }: { isCode: boolean; retry: () => void }): ReactNode {
  const { t } = useTranslation('ratification');
  const own = account.useAccount();
  if (!own.data) return null;
  const { passkeys, totp, hasPassword } = own.data;
  return (
    <div className="notice" role="group" aria-label={t('prove.why')}>
      <div className="stack">
        <p>{t('prove.why')}</p>
        {passkeys.length > 0 && <PasskeyAgain retry={retry} />}
        {isCode && totp && <CodeAgain retry={retry} />}
        {!isCode && hasPassword && <PasswordAgain retry={retry} />}
      </div>
    </div>
  );
}
