import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { formatTime } from '../../lib/format';
import type { SideName } from '../../ui/member-name';

/** What happened to the case so far: role and side of who acted, never the name. */
export function CardEvents({ item: { events }, sideName }: { item: DeskItem; sideName: SideName }): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  if (events.length === 0) return null;
  return (
    <details className="desk-context">
      <summary>{t('desk.events', { count: events.length })}</summary>
      <ol className="small desk-card__events">
        {events.map((event, at) => (
          <li key={at}>
            {t(`event.${event.type}`)}
            {event.side && ` · ${sideName(event.side)}`}
            {event.reason && ` · ${t(`reason.${event.reason}`)}`}
            {event.note && (
              <>
                {' '}
                <q dir="auto">{event.note}</q>
              </>
            )}{' '}
            <time dateTime={event.at}>{formatTime(i18n.language, event.at)}</time>
          </li>
        ))}
      </ol>
    </details>
  );
}
