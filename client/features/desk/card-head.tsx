import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { formatTime, formatWait, languageName, minutesSince } from '../../lib/format';
import type { SideName } from '../../ui/member-name';
import { SideMark } from '../../ui/side-mark';
import { claimOf } from './claims';
import type { Moderator } from './possible-acts';
import { StateWords } from './state-words';
import { urgencyOf } from './urgency';

interface HeadProps {
  readonly item: DeskItem;
  readonly me: Moderator;
  readonly sideName: SideName;
}

/** Whose words they are, how the case stands and since when, how urgent it is, and who is at it. */
export function CardHead({ item, me, sideName }: HeadProps): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  const { author, waitingSince, priority } = item;
  const urgency = urgencyOf(priority);
  return (
    <header>
      <p className="post__head">
        <SideMark side={author.side} label={sideName(author.side)} />
        <bdi className="post__author">{author.pseudonym}</bdi>
        <span className="small soft">{sideName(author.side)}</span>
        <span className="tag">{t(`kind.${item.kind}`)}</span>
        <span className="tag">
          <StateWords item={item} />
        </span>
        {urgency !== 'ordinary' && (
          <span className={`tag desk-urgency desk-urgency--${urgency}`}>{t(`urgency.${urgency}`)}</span>
        )}
        <time className="small soft" dateTime={waitingSince} title={formatTime(i18n.language, waitingSince)}>
          {t('desk.since', { time: formatWait(i18n.language, minutesSince(waitingSince)) })}
        </time>
      </p>
      <p className="small soft desk-card__place">
        {item.topicTitle && (
          <>
            <TopicTitle title={item.topicTitle} /> › <bdi>{item.threadTitle}</bdi> ·{' '}
          </>
        )}
        {isInOneLanguage(item) && languageName(i18n.language, item.language)}
      </p>
      <Claims item={item} me={me} sideName={sideName} />
    </header>
  );
}

/** A name is in none, and two equally authentic texts say theirs themselves. */
const isInOneLanguage = ({ kind, facing }: DeskItem): boolean => kind !== 'name' && facing === null;

/** Who has taken it up; each side can have one moderator at it. */
function Claims({ item, me, sideName }: HeadProps): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  if (item.claims.length === 0) return null;
  const own = claimOf(item, me);
  const timeOf = (at: string): string => formatTime(i18n.language, at);
  return (
    <ul className="plain-list small">
      {item.claims.map(({ by, side, expiresAt }) => (
        <li key={by.id}>
          {by.id === own?.by.id
            ? t('claim.mine_until', { time: timeOf(expiresAt) })
            : t('claim.by_until', { name: by.pseudonym, side: sideName(side), time: timeOf(expiresAt) })}
        </li>
      ))}
    </ul>
  );
}

/** The topic's title in the language of the page where there is one. */
function TopicTitle({ title }: { title: NonNullable<DeskItem['topicTitle']> }): ReactNode {
  const { i18n } = useTranslation();
  const { language, text } = [title, ...title.translations].find((one) => one.language === i18n.language) ?? title;
  return (
    <bdi lang={language} dir={directionOf(language)}>
      {text}
    </bdi>
  );
}
