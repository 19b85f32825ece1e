import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import type { DeskList } from '../../../shared/moderation/desk.rules.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { formatWait, minutesSince } from '../../lib/format';
import type { SideName } from '../../ui/member-name';
import { SideMark } from '../../ui/side-mark';
import { standsIn } from './api';
import type { Moderator } from './possible-acts';
import { StateWords } from './state-words';
import { urgencyOf } from './urgency';

interface LineProps {
  readonly item: DeskItem;
  readonly list: DeskList;
  readonly me: Moderator;
  readonly isShown: boolean;
  readonly sideName: SideName;
  readonly choose: () => void;
}

/** One case in a line: whose, where, how it stands, since when, how urgent, and who is at it. */
export function DeskLine({ item, list, me, isShown, sideName, choose }: LineProps): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  const isOpen = standsIn(list, item, me);
  const urgency = urgencyOf(item.priority);
  const others = item.claims.filter(({ by }) => by.id !== me.id);
  const isMine = others.length < item.claims.length;
  return (
    <button
      type="button"
      className={`desk-line${isOpen ? '' : ' desk-line--decided'}`}
      aria-current={isShown ? 'true' : undefined}
      onClick={choose}
    >
      <SideMark side={item.author.side} label={sideName(item.author.side)} />
      <span className="desk-line__words">
        <bdi className="desk-line__who">{item.author.pseudonym}</bdi>
        <bdi className="desk-line__where small" lang={item.language} dir={directionOf(item.language)}>
          {item.threadTitle}
        </bdi>
        <span className="small soft">
          {item.kind !== 'post' && `${t(`kind.${item.kind}`)} · `}
          <StateWords item={item} />
          {isOpen && (
            <>
              {' · '}
              <time dateTime={item.waitingSince}>
                {t('desk.since', { time: formatWait(i18n.language, minutesSince(item.waitingSince)) })}
              </time>
            </>
          )}
          {isOpen && item.reports.open > 0 && ` · ${t('reports.open', { count: item.reports.open })}`}
        </span>
        {isOpen && urgency !== 'ordinary' && (
          <span className={`small desk-urgency desk-urgency--${urgency}`}>{t(`urgency.${urgency}`)}</span>
        )}
        {isOpen && isMine && <span className="small">{t('claim.mine')}</span>}
        {isOpen &&
          others.map(({ by, side }) => (
            <span key={by.id} className="small">
              {t('claim.by', { name: by.pseudonym, side: sideName(side) })}
            </span>
          ))}
      </span>
    </button>
  );
}
