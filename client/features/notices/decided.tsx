import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DecisionNotice } from '../../../shared/moderation/notice.schema.js';
import { formatTime } from '../../lib/format';
import { NoticePlace } from './notice-place';
import { MeasureSentence } from './notice-title';

/** What was decided: about the words, about the person, for how long, and what of it is over. */
export function Decided({ dyad, notice }: { dyad: string; notice: DecisionNotice }): ReactNode {
  const { t } = useTranslation('notices');
  const { measure, measureEnded, sanction } = notice;
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{t('decided')}</h2>
      {measure && (
        <div className="notice-part">
          <p>
            <MeasureSentence about={notice.about} measure={measure} />{' '}
            {measure === 'hold' && !measureEnded && <HoldEnd notice={notice} />}
          </p>
          <Ended ended={measureEnded} />
        </div>
      )}
      {sanction && <Sanction sanction={sanction} />}
      {notice.about === 'name' && measure === 'remove' && !measureEnded && (
        <p>
          <Link className="target-link" to={`/d/${dyad}/me`}>
            {t('choose_name')}
          </Link>
        </p>
      )}
      <NoticePlace dyad={dyad} notice={notice} />
    </section>
  );
}

function HoldEnd({ notice: { measureEndsAt } }: { notice: DecisionNotice }): ReactNode {
  const { t, i18n } = useTranslation('notices');
  if (measureEndsAt === null || new Date(measureEndsAt) < new Date()) return t('hold_longer');
  return t('hold_until', { time: formatTime(i18n.language, measureEndsAt) });
}

function Sanction({ sanction }: { sanction: NonNullable<DecisionNotice['sanction']> }): ReactNode {
  const { t, i18n } = useTranslation('notices');
  const { kind, days, endsAt, ended } = sanction;
  return (
    <div className="notice-part">
      <p>
        {t(`sanction.${kind}`)}{' '}
        {days !== null && endsAt && t('lasts', { count: days, time: formatTime(i18n.language, endsAt) })}
        {kind === 'ban' && t('for_good')}
      </p>
      <Ended ended={ended} />
    </div>
  );
}

function Ended({ ended }: { ended: DecisionNotice['measureEnded'] }): ReactNode {
  const { t, i18n } = useTranslation('notices');
  if (!ended) return null;
  return <p className="soft">{t(`ended.${ended.by}`, { time: formatTime(i18n.language, ended.at) })}</p>;
}
