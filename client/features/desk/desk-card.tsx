import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { formatTime, formatWait, languageName, minutesSince } from '../../lib/format';
import { RichTextView } from '../../ui/rich-text';
import { SideMark } from '../../ui/side-mark';
import { DeskContext } from './desk-context';
import type { TextOf } from './text-of';
import './desk.css';

export interface DeskCardProps {
  readonly dyad: string;
  readonly item: DeskItem;
  readonly sideName: (side: DeskItem['author']['side']) => string;
  readonly textOf: TextOf;
  /** Whether what stands around it is shown. */
  readonly context: boolean;
  readonly showContext: (shown: boolean) => void;
  /** Where both texts stand, for the key that turns from one to the other. */
  readonly texts: Ref<HTMLDivElement>;
  /** What one can do about it. */
  readonly children: ReactNode;
}

/** One case fully: who, where, both texts, what was answered to, what stands around it, what happened so far. */
export function DeskCard({ dyad, item, sideName, textOf, texts, children, ...context }: DeskCardProps): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  return (
    <article className="sheet desk-card stack" aria-label={t('desk.item', { name: item.author.pseudonym })}>
      <header>
        <p className="post__head">
          <SideMark side={item.author.side} label={sideName(item.author.side)} />
          <bdi className="post__author">{item.author.pseudonym}</bdi>
          <span className="small soft">{sideName(item.author.side)}</span>
          <span className="tag">{t(`state.${item.state}`)}</span>
          <time
            className="small soft"
            dateTime={item.waitingSince}
            title={formatTime(i18n.language, item.waitingSince)}
          >
            {t('desk.since', { time: formatWait(i18n.language, minutesSince(item.waitingSince)) })}
          </time>
        </p>
        <p className="small soft desk-card__place">
          <TopicTitle title={item.topicTitle} /> › <bdi>{item.threadTitle}</bdi> ·{' '}
          {languageName(i18n.language, item.language)}
        </p>
      </header>
      {item.replyTo && (
        <blockquote className="desk-card__answered">
          <p className="small soft">{t('desk.answers', { name: item.replyTo.author.pseudonym })}</p>
          <RichTextView
            text={item.replyTo.body}
            lang={item.replyTo.language}
            dir={directionOf(item.replyTo.language)}
          />
        </blockquote>
      )}
      <div ref={texts}>{textOf(item)}</div>
      {item.heldUntil && (
        <p className="notice notice--caution">
          {t('desk.held_until', { time: formatTime(i18n.language, item.heldUntil) })}
        </p>
      )}
      <div>
        <DeskContext
          dyad={dyad}
          item={item}
          open={context.context}
          setOpen={context.showContext}
          sideName={sideName}
          textOf={textOf}
        />
        <Events item={item} sideName={sideName} />
      </div>
      {children}
    </article>
  );
}

/** The topic's title in the language of the page where there is one. */
function TopicTitle({ title }: { title: DeskItem['topicTitle'] }): ReactNode {
  const { i18n } = useTranslation();
  const { language, text } = [title, ...title.translations].find((one) => one.language === i18n.language) ?? title;
  return (
    <bdi lang={language} dir={directionOf(language)}>
      {text}
    </bdi>
  );
}

function Events({ item, sideName }: Pick<DeskCardProps, 'item' | 'sideName'>): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  if (item.events.length === 0) return null;
  return (
    <details className="desk-context">
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
