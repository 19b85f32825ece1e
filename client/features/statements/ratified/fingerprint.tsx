import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { useAnnounce } from '../../../ui/announcer';
import { groupedHash } from '../../../../shared/statements/export/file-words.js';

/** The fingerprint in groups that people can read to each other; what is copied has no gaps. */
export function Fingerprint({ hash }: { hash: string }): ReactNode {
  return (
    <div className="fingerprint">
      <code dir="ltr" data-hash={hash}>
        {groupedHash(hash)
          .split(' ')
          .map((group, at) => (
            <span key={at}>{group} </span>
          ))}
      </code>
      <Copy text={hash} />
    </div>
  );
}

/** Puts a text where one can paste it from; a browser that does not let us leaves it to be selected. */
export function Copy({ text }: { text: string }): ReactNode {
  const { t } = useTranslation('ratified');
  const announce = useAnnounce();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => announce(t('check.copied')),
      () => announce(t('check.not_copied')),
    );
  return <Button onClick={() => void copy()}>{t('check.copy')}</Button>;
}
