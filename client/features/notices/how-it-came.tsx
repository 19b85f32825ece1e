import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionNotice } from '../../../shared/moderation/notice.schema.js';

/** Where the case came from, who decided, and what part machines had in it. */
export function HowItCame({ notice }: { notice: DecisionNotice }): ReactNode {
  const { t } = useTranslation('notices');
  const { source, detectedAutomatically, decidedBy } = notice;
  return (
    <section aria-labelledby="how">
      <h2 id="how">{t('how')}</h2>
      <p>
        {t(`source.${source}`)} {detectedAutomatically && source !== 'detector' && t('detected')}
      </p>
      <p>
        {t(`decided_by.${decidedBy}`)} {decidedBy !== 'machine' && t('people_only')}
      </p>
    </section>
  );
}
