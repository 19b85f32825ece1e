import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hashGroups } from '../../../../shared/statements/ratification.rules.js';

/** The fingerprint of what is signed, in groups that two people can read to each other. */
export function Hash({ hash }: { hash: string }): ReactNode {
  const { t } = useTranslation('ratification');
  return (
    <div className="small">
      <p className="soft">{t('hash.what')}</p>
      <p className="hash" dir="ltr" translate="no">
        {hashGroups(hash).map((group, at) => (
          <span key={at}>{group} </span>
        ))}
      </p>
    </div>
  );
}
