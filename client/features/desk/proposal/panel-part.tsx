import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelView } from '../../../../shared/moderation/proposal.schema.js';
import { formatTime } from '../../../lib/format';
import { MemberName, type SideName } from '../../../ui/member-name';

/** Who decides where the sides did not: the seats, what each has said, and until when; or that nobody could be drawn yet. */
export function PanelPart({ panel, sideName }: { panel: PanelView; sideName: SideName }): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  const time = panel.dueAt ? formatTime(i18n.language, panel.dueAt) : '';
  return (
    <div className="stack">
      <h4>{t('panel.title')}</h4>
      {panel.state === 'waiting' && <p className="notice notice--caution">{t('panel.waiting', { time })}</p>}
      {panel.seats.length > 0 && (
        <ul className="plain-list keys">
          {panel.seats.map(({ side, by, verdict }) => (
            <li key={side} className="row small">
              <MemberName member={by} sideName={sideName} />
              <span>{verdict ? t(`panel.said.${verdict}`) : t('panel.silent')}</span>
            </li>
          ))}
        </ul>
      )}
      {panel.state === 'deliberating' && <p className="small soft">{t('panel.until', { time })}</p>}
    </div>
  );
}
