import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Recovery codes, shown once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }): ReactNode {
  const { t } = useTranslation('account');
  return (
    <div className="notice">
      <div>
        <p>{t('totp.codes')}</p>
        <ul className="recovery-codes" dir="ltr">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
