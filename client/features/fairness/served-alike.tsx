import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TranslationStatistics } from '../../../shared/translation/statistics/translation-statistics.schema.js';
import { languageName } from '../../lib/format';
import { formatShare } from '../../lib/numbers';

type Comparison = TranslationStatistics['comparisons'][number];

/** What a comparison found, in words. */
function useFinding({ pairs }: TranslationStatistics): (comparison: Comparison) => string {
  const { t, i18n } = useTranslation('methods');
  const directions = pairs.find(({ between }) => between === 'sides')?.directions;
  const name = (language: string): string => languageName(i18n.language, language);
  return ({ respect, finding, worse }) => {
    const direction = worse === null ? undefined : directions?.[worse];
    if (finding === 'worse' && direction)
      return t(`alike.worse.${respect}`, { from: name(direction.from), to: name(direction.to) });
    return finding === 'no_more_than_chance' ? t('alike.no_more_than_chance') : t('alike.too_few_to_tell');
  };
}

/** Whether one language is served worse, in short: everything in which it is, else what is known at most. */
export function ServedInShort({ statistics }: { statistics: TranslationStatistics }): ReactNode {
  const say = useFinding(statistics);
  const worse = statistics.comparisons.filter(({ finding }) => finding === 'worse');
  const known = statistics.comparisons.find(({ finding }) => finding === 'no_more_than_chance');
  const told = worse.length > 0 ? worse : [known ?? statistics.comparisons[0]];
  return (
    <div className={`notice${worse.length > 0 ? ' notice--caution' : ''} measure`}>
      <div>{told.map((one) => one && <p key={one.respect}>{say(one)}</p>)}</div>
    </div>
  );
}

/** The same in each respect, with how probable it is by chance and the test that says so. */
export function ServedAlike({ statistics }: { statistics: TranslationStatistics }): ReactNode {
  const { t, i18n } = useTranslation('methods');
  const say = useFinding(statistics);
  return (
    <section id="alike">
      <h2>{t('alike.title')}</h2>
      <p className="measure">{t('alike.what')}</p>
      <dl className="served-findings measure">
        {statistics.comparisons.map((one) => (
          <div key={one.respect}>
            <dt>{t(`respect.${one.respect}`)}</dt>
            <dd>
              {say(one)}{' '}
              {one.test !== null && one.pValue !== null && (
                <span className="small soft">
                  {t('alike.chance', { share: formatShare(i18n.language, one.pValue), test: t(`test.${one.test}`) })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
