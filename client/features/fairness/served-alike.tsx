import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TranslationStatistics } from '../../../shared/translation/statistics/translation-statistics.schema.js';
import { languageName } from '../../lib/format';
import { formatShare } from './numbers';

/** Whether one language is served worse, in words: in each respect what is known, and by which test. */
export function ServedAlike({ statistics }: { statistics: TranslationStatistics }): ReactNode {
  const { t } = useTranslation('methods');
  const isWorse = statistics.comparisons.some(({ finding }) => finding === 'worse');
  return (
    <section id="alike" className={`notice${isWorse ? ' notice--caution' : ''} measure`}>
      <h2>{t('alike.title')}</h2>
      <p>{t('alike.what')}</p>
      <dl className="served-findings">
        {statistics.comparisons.map((one) => (
          <div key={one.respect}>
            <dt>{t(`respect.${one.respect}`)}</dt>
            <dd>
              <Finding comparison={one} statistics={statistics} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Finding({
  comparison: { respect, finding, worse, test, pValue },
  statistics: { pairs },
}: {
  comparison: TranslationStatistics['comparisons'][number];
  statistics: TranslationStatistics;
}): ReactNode {
  const { t, i18n } = useTranslation('methods');
  const ofSides = pairs.find(({ between }) => between === 'sides');
  const { from, to } = (worse && ofSides?.directions[worse]) ?? { from: '', to: '' };
  const languages = { from: languageName(i18n.language, from), to: languageName(i18n.language, to) };
  return (
    <>
      {finding === 'worse' ? t(`alike.worse.${respect}`, languages) : t(`alike.${finding}`)}{' '}
      {test !== null && pValue !== null && (
        <span className="small soft">
          {t('alike.chance', { share: formatShare(i18n.language, pValue), test: t(`test.${test}`) })}
        </span>
      )}
    </>
  );
}
