import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { formatAgo } from '../../lib/format';
import { SideMark } from '../../ui/side-mark';
import type { Queue } from './api';
import './desk.css';

export interface DeskListProps {
  readonly items: readonly DeskItem[];
  readonly chosen: DeskItem;
  readonly choose: (item: DeskItem) => void;
  readonly sideName: (side: DeskItem['author']['side']) => string;
  readonly queue: Queue;
}

/** The rest of the queue, longest waiting first. */
export function DeskList({ items, chosen, choose, sideName, queue }: DeskListProps): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  return (
    <nav aria-label={t('desk.list')}>
      <ol className="plain-list">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={`desk-line${item.state === queue ? '' : ' desk-line--decided'}`}
              aria-current={item.id === chosen.id ? 'true' : undefined}
              onClick={() => choose(item)}
            >
              <SideMark side={item.author.side} label={sideName(item.author.side)} />
              <span>
                <bdi>{item.author.pseudonym}</bdi> · <bdi lang={item.language}>{item.threadTitle}</bdi>
                <br />
                <span className="small soft">
                  {t(`state.${item.state}`)}{' '}
                  <time dateTime={item.waitingSince}>{formatAgo(i18n.language, item.waitingSince)}</time>
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
