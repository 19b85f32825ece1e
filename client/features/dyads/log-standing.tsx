import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogView } from '../../../shared/record/log.contract.js';
import { formatDay } from '../../lib/format';
import { Texts } from '../../ui/texts';
import { isStale } from './stale-side';

type Side = LogView['witnesses'][number]['side'];

/** Who watches over a record: the log's name, key and size, and the witnesses of each side with the day they last signed. */
export function LogStanding({
  log,
  sides,
}: {
  log: LogView;
  sides: readonly { readonly side: Side; readonly name: string }[];
}): ReactNode {
  const { t, i18n } = useTranslation('verify');
  const number = (value: number): string => new Intl.NumberFormat(i18n.language).format(value);
  return (
    <section aria-labelledby="log-standing">
      {sides
        .filter(({ side }) => isStale(log, side, new Date()))
        .map(({ side, name }) => (
          <p key={side} className="notice notice--caution" data-stale={side}>
            {t('standing.stale', { side: name })}
          </p>
        ))}
      {log.frozen && (
        <p className="notice notice--caution" data-frozen={log.frozen.reason}>
          {t(`standing.frozen.${log.frozen.reason}`, { day: formatDay(i18n.language, log.frozen.on) })}
        </p>
      )}
      <details className="log-standing">
        <summary>
          <h2 id="log-standing">{t('standing.title')}</h2>
        </summary>
        <dl className="log-facts">
          <dt>{t('standing.size')}</dt>
          <dd>{number(log.size)}</dd>
          <dt>{t('standing.witnessed_size')}</dt>
          <dd>{log.witnessedSize === null ? t('standing.none_witnessed') : number(log.witnessedSize)}</dd>
          {sides.map(({ side, name }) => (
            <SideWitnesses key={side} name={name} witnesses={log.witnesses.filter((one) => one.side === side)} />
          ))}
          <dt>{t('standing.origin')}</dt>
          <dd>
            <code dir="ltr">{log.origin}</code>
          </dd>
          <dt>{t('standing.key')}</dt>
          {log.keys.map(({ verifierKey, retiresOn }) => (
            <dd key={verifierKey}>
              <code dir="ltr">{verifierKey}</code>
              {retiresOn !== null && (
                <>
                  {' '}
                  <span data-retires={retiresOn}>
                    {t('standing.retires', { day: formatDay(i18n.language, retiresOn) })}
                  </span>
                </>
              )}
            </dd>
          ))}
          {log.frozen && <dd>{t('standing.no_key')}</dd>}
        </dl>
      </details>
    </section>
  );
}

function SideWitnesses({ name, witnesses }: { name: string; witnesses: LogView['witnesses'] }): ReactNode {
  const { t, i18n } = useTranslation('verify');
  return (
    <>
      <dt>{t('standing.witnesses', { side: name })}</dt>
      {witnesses.length === 0 && <dd>{t('standing.no_witness')}</dd>}
      {witnesses.map(({ policyName, name: texts, cosignedOn }) => (
        <dd key={policyName}>
          <Texts texts={texts} /> <code dir="ltr">{policyName}</code>
          {': '}
          {cosignedOn === null
            ? t('standing.never')
            : t('standing.last_on', { day: formatDay(i18n.language, cosignedOn) })}
        </dd>
      ))}
    </>
  );
}
