import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';

/** Recovery codes, shown once: to be written down, printed or copied. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }): ReactNode {
  const { t } = useTranslation('account');
  const announce = useAnnounce();
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => announce(t('codes.copied')),
      () => announce(t('codes.not_copied')),
    );
  return (
    <div className="notice">
      <div>
        <p role="status">{t('totp.codes')}</p>
        <ul className="recovery-codes" dir="ltr">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p className="no-print">
          <Button onClick={() => void copy()}>{t('codes.copy')}</Button>
        </p>
      </div>
    </div>
  );
}
