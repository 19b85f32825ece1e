import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ErasureActDetails } from '../../../../shared/record/erasure.schema.js';

interface ErasureToBeProps {
  readonly details: ErasureActDetails;
  readonly dyad: string;
}

/** Which texts would go and why, with the way to the entry: the texts themselves stand there, and nowhere here. */
export function ErasureToBe({ details: { entry, paths, ground }, dyad }: ErasureToBeProps): ReactNode {
  const { t } = useTranslation(['erasure', 'dyads']);
  return (
    <dl className="act-facts">
      <dt>{t('entry')}</dt>
      <dd>
        {t('dyads:record.number', { number: entry })} <Link to={`/d/${dyad}/record/${entry}`}>{t('look')}</Link>
      </dd>
      {paths.length > 0 && (
        <>
          <dt>{t('paths')}</dt>
          <dd>
            <code dir="ltr">{paths.join(' ')}</code>
          </dd>
        </>
      )}
      <dt>{t('why')}</dt>
      <dd>{t(`ground.${ground}`)}</dd>
    </dl>
  );
}
