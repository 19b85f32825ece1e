import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisclosureState } from '../../../shared/log/disclosure.js';
import type { Entry } from '../../../shared/log/entry.js';
import { directionOf, isLanguage } from '../../../shared/language/language.js';
import type { RecordEntry } from '../../../shared/record/record.contract.js';
import { formatDay } from '../../lib/format';
import { RecordSentence } from '../../ui/record-sentence';
import { isBroken, type Finding } from './check-receipt';
import { aboutOf } from './entry-about';

/** What the entry says, in a sentence of its kind, and every text that was recorded with it. */
export function EntrySaid({ entry, finding }: { entry: Entry; finding: Finding }): ReactNode {
  const { t, i18n } = useTranslation(['verify', 'dyads']);
  const told = finding.disclosures.filter((one) => one.state === 'matches');
  const erased = finding.disclosures.filter((one) => one.state === 'erased');
  const isTold = i18n.exists(`record.${entry.t}`, { ns: 'dyads' });
  return (
    <section>
      <h2>{isBroken(finding) ? t('entry.claimed') : t('entry.title')}</h2>
      <p className="lede">
        {isTold ? (
          <RecordSentence entry={{ kind: entry.t as RecordEntry['kind'], about: aboutOf(entry, told), erased }} />
        ) : (
          t('entry.unknown_kind', { kind: entry.t })
        )}
      </p>
      <p>
        <time dateTime={entry.day}>{t('entry.on', { day: formatDay(i18n.language, entry.day) })}</time>
      </p>
      {told.length > 0 && (
        <>
          <h3>{t('entry.told')}</h3>
          <dl className="verify-told">
            {told.map((one) => (
              <Told key={one.path} told={one} />
            ))}
          </dl>
        </>
      )}
      {erased.length > 0 && <p>{t('entry.erased', { count: erased.length })}</p>}
    </section>
  );
}

/** A value under the name it was recorded by; texts are said to be in the language that the name ends with. */
function Told({ told: { path, value } }: { told: Extract<DisclosureState, { state: 'matches' }> }): ReactNode {
  const language = path.split('.').at(-1) ?? '';
  const isText = isLanguage(language);
  return (
    <div>
      <dt>
        <code dir="ltr">{path}</code>
      </dt>
      <dd lang={isText ? language : undefined} dir={isText ? directionOf(language) : 'ltr'}>
        {typeof value === 'string' ? value : JSON.stringify(value)}
      </dd>
    </div>
  );
}
