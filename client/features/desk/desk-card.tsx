import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { directionOf } from '../../../shared/language/language.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { CallFailure } from '../../lib/api-client';
import { formatAgo, formatTime, languageName } from '../../lib/format';
import { BilingualText } from '../../ui/bilingual-text';
import { Button } from '../../ui/button';
import { RichTextView } from '../../ui/rich-text';
import { SideMark } from '../../ui/side-mark';
import { Problem } from '../../ui/states';
import type { Decision } from './api';
import { ReasonForm } from './reason-form';
import './desk.css';

export interface DeskCardProps {
  readonly item: DeskItem;
  readonly me: OwnMemberView;
  /** Whether it still waits for a decision of this queue. */
  readonly open: boolean;
  readonly sideName: (side: DeskItem['author']['side']) => string;
  readonly decide: UseMutationResult<DeskItem, Error, Decision>;
  /** Shows the newer card, after a colleague was faster. */
  readonly reload: () => void;
}

/** One case fully: who, where, both texts, what was answered to, what happened so far, and the decision. */
export function DeskCard({ item, me, open, sideName, decide, reload }: DeskCardProps): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  return (
    <article className="sheet desk-card stack" aria-label={t('desk.item', { name: item.author.pseudonym })}>
      <header className="post__head">
        <SideMark side={item.author.side} label={sideName(item.author.side)} />
        <bdi className="post__author">{item.author.pseudonym}</bdi>
        <span className="small soft">{sideName(item.author.side)}</span>
        <span className="tag">{t(`state.${item.state}`)}</span>
        <time className="small soft" dateTime={item.waitingSince} title={formatTime(i18n.language, item.waitingSince)}>
          {formatAgo(i18n.language, item.waitingSince)}
        </time>
      </header>
      <p className="small soft">
        <bdi>{item.topicTitle}</bdi> › <bdi>{item.threadTitle}</bdi> · {languageName(i18n.language, item.language)}
      </p>
      {item.replyTo && (
        <blockquote>
          <p className="small soft">{t('desk.answers', { name: item.replyTo.author.pseudonym })}</p>
          <RichTextView
            text={item.replyTo.body}
            lang={item.replyTo.language}
            dir={directionOf(item.replyTo.language)}
          />
        </blockquote>
      )}
      <BilingualText
        original={item.body}
        language={item.language}
        translations={item.translations}
        reader={me.writesIn}
        reading="side_by_side"
      />
      {item.heldUntil && (
        <p className="notice notice--caution">
          {t('desk.held_until', { time: formatTime(i18n.language, item.heldUntil) })}
        </p>
      )}
      <Events item={item} sideName={sideName} />
      {open && item.author.id !== me.id && <Decisions item={item} decide={decide} reload={reload} />}
      {open && item.author.id === me.id && <p className="soft">{t('desk.own')}</p>}
      {!open && <p role="status">{t('desk.decided')}</p>}
    </article>
  );
}

function Events({ item, sideName }: Pick<DeskCardProps, 'item' | 'sideName'>): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  if (item.events.length === 0) return null;
  return (
    <details>
      <summary>{t('desk.events', { count: item.events.length })}</summary>
      <ol className="small desk-card__events">
        {item.events.map((event) => (
          <li key={`${event.type}${event.at}`}>
            {t(`event.${event.type}`)}
            {event.side && ` · ${sideName(event.side)}`}
            {event.reason && ` · ${t(`reason.${event.reason}`)}`}
            {event.note && (
              <>
                {' '}
                <q>{event.note}</q>
              </>
            )}{' '}
            <time dateTime={event.at}>{formatTime(i18n.language, event.at)}</time>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Decisions({ item, decide, reload }: Pick<DeskCardProps, 'item' | 'decide' | 'reload'>): ReactNode {
  const { t } = useTranslation('moderation');
  const [returning, setReturning] = useState(false);
  const outdated = decide.error instanceof CallFailure && decide.error.code === 'moderation.version_outdated';
  return (
    <>
      {decide.error && <Problem error={decide.error} {...(outdated && { retry: reload })} />}
      <div className="row">
        <Button weight="main" busy={decide.isPending} onClick={() => decide.mutate({ act: 'approve', item })}>
          {t(item.state === 'held' ? 'desk.release' : 'desk.approve')} <kbd aria-hidden="true">a</kbd>
        </Button>
        {item.state === 'pending' && (
          <Button aria-expanded={returning} onClick={() => setReturning(!returning)}>
            {t('desk.return')}
          </Button>
        )}
      </div>
      {returning && (
        <ReasonForm
          label={t('desk.return_note')}
          hint={t('desk.return_hint')}
          submit={t('desk.return_send')}
          error={decide.error}
          send={(reason, note) => decide.mutate({ act: 'return', item, reason, note })}
        />
      )}
    </>
  );
}
