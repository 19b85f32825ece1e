import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutsideEngine } from '../../../../shared/translation/egress.schema.js';
import { countryName } from '../../../lib/format';

/** Who would get texts, where, and what is never sent. */
export function EgressToBe({ details }: { readonly details: OutsideEngine }): ReactNode {
  const { t, i18n } = useTranslation('egress');
  return (
    <div className="stack">
      <dl className="act-facts">
        <dt>{t('choose')}</dt>
        <dd>
          <bdi>{details.recipient}</bdi>
        </dd>
        <dt>{t('country')}</dt>
        <dd>{countryName(i18n.language, details.country)}</dd>
        <dt>{t('engine')}</dt>
        <dd>
          <bdi dir="ltr">{details.engine}</bdi>
        </dd>
      </dl>
      <p className="small soft">{t('what')}</p>
    </div>
  );
}
