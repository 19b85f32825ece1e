import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NoticeLine } from '../../../shared/moderation/notice.schema.js';
import { formatAgo, formatTime } from '../../lib/format';
import { NoticeTitle } from './notice-title';
import './notices.css';

/** Notices, newest first: what each is about, when it came, and what is still to be done. */
export function NoticeList({ dyad, notices }: { dyad: string; notices: readonly NoticeLine[] }): ReactNode {
  return (
    <ul className="plain-list notices">
      {notices.map((notice) => (
        <li key={notice.id}>
          <Line dyad={dyad} notice={notice} />
        </li>
      ))}
    </ul>
  );
}

function Line({ dyad, notice }: { dyad: string; notice: NoticeLine }): ReactNode {
  const { t, i18n } = useTranslation('notices');
  const { id, at, isRead, isOpen, appeal } = notice;
  return (
    <>
      <Link className="notices__title" to={`/d/${dyad}/notices/${id}`}>
        <NoticeTitle {...notice} />
      </Link>
      <p className="notices__about">
        <time dateTime={at} title={formatTime(i18n.language, at)}>
          {formatAgo(i18n.language, at)}
        </time>
        {isOpen && <strong className="tag tag--wanted">{t('to_acknowledge')}</strong>}
        {!isRead && !isOpen && <span className="tag">{t('new')}</span>}
        {appeal && <span className="tag">{t(`line.appeal.${appeal}`)}</span>}
      </p>
    </>
  );
}
