import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../lib/format';
import { Accession } from './accession';
import { Freeze } from './freeze';
import { Hash } from './hash';
import { WholeReservations } from './reservations';
import { Signing } from './signing';
import { Steps } from './steps';
import type { PanelProps } from './panel-props';
import { Words } from './words';
import './ratification.css';

/** From draft to ratified: how far it is, what one can do about it, and who said what. */
export function RatificationPanel(props: PanelProps): ReactNode {
  const { t } = useTranslation('ratification');
  const { view } = props;
  return (
    <section className="sheet stack ratification" id="ratification" aria-labelledby="ratification-title">
      <h2 id="ratification-title">{t('panel.title')}</h2>
      <Steps view={view} />
      {view.state === 'drafting' && <Returned {...props} />}
      {view.state === 'drafting' && <Freeze {...props} />}
      {view.state === 'frozen' && <Signing {...props} />}
      {view.state === 'ratified' && <Ratified {...props} />}
      <WholeReservations {...props} />
    </section>
  );
}

/** Why a statement that was waiting for signatures is a draft again, with the reasons that were given. */
function Returned(props: PanelProps): ReactNode {
  const { t, i18n } = useTranslation('ratification');
  const { round } = props.view;
  if (!round?.outcome || !round.endedOn) return null;
  const day = formatDay(i18n.language, round.endedOn);
  return (
    <details className="notice ratification__returned">
      <summary>{t(`outcome.${round.outcome}`, { day })}</summary>
      <Words {...props} round={round} />
    </details>
  );
}

function Ratified(props: PanelProps): ReactNode {
  const { t } = useTranslation('ratification');
  const { round } = props.view;
  if (!round) return null;
  return (
    <>
      <p>{t('ratified.what')}</p>
      <Words {...props} round={round} />
      <Hash hash={round.hash} />
      <p>
        <Link to={`/d/${props.dyad}/record`}>{t('ratified.record')}</Link>
      </p>
      <Accession {...props} round={round} />
    </>
  );
}
