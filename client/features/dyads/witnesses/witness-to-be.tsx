import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WitnessActDetails } from '../../../../shared/record/witness.schema.js';
import type { SideName } from '../../../ui/member-name';
import { Texts } from '../../../ui/texts';

interface WitnessToBeProps {
  readonly details: WitnessActDetails;
  readonly sideName: SideName;
}

/** Who would look at the record, on whose behalf, and the key by which everybody knows their signatures. */
export function WitnessToBe({ details: { name, side, verifierKey, url }, sideName }: WitnessToBeProps): ReactNode {
  const { t } = useTranslation('witnesses');
  return (
    <dl className="act-facts">
      <dt>{t('witness')}</dt>
      <dd>
        <Texts texts={name} /> <span className="small soft">{sideName(side)}</span>
      </dd>
      <dt>{t('key')}</dt>
      <dd>
        <code dir="ltr">{verifierKey}</code>
      </dd>
      {url !== null && (
        <>
          <dt>{t('url')}</dt>
          <dd>
            <bdi dir="ltr">{url}</bdi>
          </dd>
        </>
      )}
    </dl>
  );
}
