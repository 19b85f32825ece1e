import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EgressView } from '../../../../shared/translation/egress.schema.js';
import { countryName, formatDay } from '../../../lib/format';
import type { SideName } from '../../../ui/member-name';
import { Problem } from '../../../ui/states';
import { useEgress } from './egress-api';
import { Withdrawal } from './withdrawal';

interface EgressListProps {
  readonly dyad: string;
  readonly sideName: SideName;
  /** Whether the reader can withdraw the consent of their side. */
  readonly mayWithdraw?: boolean;
}

/** Where texts may go, and what was decided about it; nothing where there is no engine of others, and never was. */
export function EgressList({ dyad, sideName, mayWithdraw = false }: EgressListProps): ReactNode {
  const { t } = useTranslation('egress');
  const { data, error, refetch } = useEgress(dyad);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data || data.engines.length + data.changes.length === 0) return null;
  return (
    <section className="measure stack" id="egress">
      <h2>{t('title')}</h2>
      <p>{t('what')}</p>
      <ul className="plain-list stack">
        {data.engines.map((one) => (
          <Engine key={one.engine} engine={one} dyad={dyad} mayWithdraw={mayWithdraw} />
        ))}
      </ul>
      {data.changes.length > 0 && <Changes changes={data.changes} sideName={sideName} />}
    </section>
  );
}

interface EngineProps {
  readonly engine: EgressView['engines'][number];
  readonly dyad: string;
  readonly mayWithdraw: boolean;
}

function Engine({ engine: { engine, consentedOn, ...who }, dyad, mayWithdraw }: EngineProps): ReactNode {
  const { t, i18n } = useTranslation('egress');
  const whoName = useWho();
  return (
    <li className="stack">
      <p>
        <strong>
          <bdi>{whoName(who)}</bdi>
        </strong>{' '}
        {consentedOn === null ? t('not_consented') : t('consented', { day: formatDay(i18n.language, consentedOn) })}
      </p>
      {consentedOn !== null && mayWithdraw && <Withdrawal dyad={dyad} engine={engine} />}
    </li>
  );
}

function Changes({ changes, sideName }: { changes: EgressView['changes']; sideName: SideName }): ReactNode {
  const { t, i18n } = useTranslation('egress');
  const whoName = useWho();
  return (
    <details>
      <summary>{t('changes')}</summary>
      <ol className="plain-list stack">
        {changes.map((one, at) => (
          <li key={changes.length - at}>
            <p>
              <time className="small soft" dateTime={one.on}>
                {formatDay(i18n.language, one.on)}
              </time>{' '}
              {one.side === null
                ? t('given', { who: whoName(one) })
                : t('withdrawn', { who: whoName(one), side: sideName(one.side) })}
            </p>
            <p className="small soft" dir="auto">
              {one.reason}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Who gets texts, and where. */
function useWho(): (who: { readonly recipient: string; readonly country: string }) => string {
  const { t, i18n } = useTranslation('forum');
  return ({ recipient, country }) =>
    t('composer.recipient', { name: recipient, country: countryName(i18n.language, country) });
}
