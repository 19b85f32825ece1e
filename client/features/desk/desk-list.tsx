import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { formatWait, minutesSince } from '../../lib/format';
import { SideMark } from '../../ui/side-mark';
import { queueOf, type Queue } from './api';
import './desk.css';

export interface DeskListProps {
  readonly items: readonly DeskItem[];
  readonly chosen: DeskItem;
  readonly choose: (item: DeskItem) => void;
  readonly sideName: (side: DeskItem['author']['side']) => string;
  readonly queue: Queue;
  readonly hasMore: boolean;
}

/** The rest of the queue, longest waiting first; what is decided stays in its place, greyed. */
export function DeskList({ items, chosen, choose, sideName, queue, hasMore }: DeskListProps): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  return (
    <nav aria-label={t('desk.list')} id="desk-list" className="desk-list">
      <h2>{t('desk.list')}</h2>
      <ol className="plain-list">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={`desk-line${queueOf(item) === queue ? '' : ' desk-line--decided'}`}
              aria-current={item.id === chosen.id ? 'true' : undefined}
              onClick={() => choose(item)}
            >
              <SideMark side={item.author.side} label={sideName(item.author.side)} />
              <span>
                <bdi>{item.author.pseudonym}</bdi> ·{' '}
                <bdi lang={item.language} dir={directionOf(item.language)}>
                  {item.threadTitle}
                </bdi>
                <br />
                <span className="small soft">
                  {t(`state.${item.state}`)}{' '}
                  {queueOf(item) === queue && (
                    <time dateTime={item.waitingSince}>
                      {t('desk.since', { time: formatWait(i18n.language, minutesSince(item.waitingSince)) })}
                    </time>
                  )}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {hasMore && <p className="small soft">{t('desk.more')}</p>}
    </nav>
  );
}
