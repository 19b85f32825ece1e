import { useId, useRef, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { safetyReasons } from '../../../shared/moderation/reasons.js';
import { formatTime } from '../../lib/format';
import { useShortcuts } from '../../lib/use-shortcuts';
import type { SideName } from '../../ui/member-name';
import { RichTextView } from '../../ui/rich-text';
import type { DeskStore } from './api';
import { AppealSection } from './appeals/appeal-section';
import { CardEvents } from './card-events';
import { CardHead } from './card-head';
import { DeskContext } from './desk-context';
import { FindingsSection } from './found/findings-section';
import { wordsOf } from './found/found-words';
import { useHighlightedWords } from './found/use-highlighted-words';
import { Precedents } from './precedents';
import type { Moderator } from './possible-acts';
import type { Article } from './proposal/decision-text';
import { ProposalSection } from './proposal/proposal-section';
import { ReportsSection } from './reports/reports-section';
import type { TextOf } from './text-of';
import { Veiled } from './wellbeing/veiled';
import './desk.css';

export interface DeskCardProps {
  readonly dyad: string;
  readonly item: DeskItem;
  readonly me: Moderator;
  readonly sideName: SideName;
  readonly textOf: TextOf;
  /** The languages of both sides, the reader's own first. */
  readonly languages: readonly string[];
  /** The articles of the charter in force. */
  readonly articles: readonly Article[];
  readonly store: DeskStore;
  readonly card: Ref<HTMLElement>;
  /** What one can do about it. */
  readonly children: ReactNode;
}

/** One case fully: who and where, both texts, what was reported and proposed, what one can do, and all that helps to decide. */
export function DeskCard({ item, textOf, children, card, ...props }: DeskCardProps): ReactNode {
  const { t } = useTranslation('moderation');
  const { dyad, me, sideName } = props;
  const { found } = item;
  const heading = useId();
  const texts = useRef<HTMLDivElement>(null);
  useShortcuts({ turn_text: () => texts.current?.querySelector<HTMLElement>('.bilingual__turn button')?.click() });
  useHighlightedWords(texts, found?.findings.flatMap((finding) => wordsOf(found.source, finding)) ?? []);
  return (
    <article ref={card} tabIndex={-1} className="sheet desk-card stack" aria-labelledby={heading}>
      <h2 id={heading} className="visually-hidden">
        {t(`desk.item.${item.kind}`, { name: item.author.pseudonym })}
      </h2>
      <CardHead item={item} me={me} sideName={sideName} />
      <Veiled item={item}>
        <Answered item={item} />
        <div ref={texts}>{textOf(item)}</div>
      </Veiled>
      <HoldClock item={item} />
      {found && <FindingsSection found={found} language={item.language} />}
      <ReportsSection item={item} sideName={sideName} />
      <ProposalSection item={item} {...props} />
      {item.state === 'appealed' && <AppealSection item={item} {...props} />}
      {children}
      <div>
        {item.kind !== 'statement' && <DeskContext dyad={dyad} item={item} sideName={sideName} textOf={textOf} />}
        <Precedents dyad={dyad} item={item} />
        <CardEvents item={item} sideName={sideName} />
      </div>
    </article>
  );
}

function Answered({ item: { replyTo } }: { item: DeskItem }): ReactNode {
  const { t } = useTranslation('moderation');
  if (!replyTo) return null;
  const { author, body, language } = replyTo;
  return (
    <blockquote className="desk-card__answered">
      <p className="small soft">{t('desk.answers', { name: author.pseudonym })}</p>
      <RichTextView text={body} lang={language} dir={directionOf(language)} />
    </blockquote>
  );
}

/** Until when a hold lasts, and what follows when nobody has decided by then. */
function HoldClock({ item: { heldUntil, events } }: { item: DeskItem }): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  if (!heldUntil) return null;
  const reason = events.findLast(({ type }) => type === 'hold')?.reason;
  const time = formatTime(i18n.language, heldUntil);
  return (
    <p className="notice notice--caution">
      {reason && safetyReasons.has(reason) ? t('desk.held_until_panel', { time }) : t('desk.held_until', { time })}
    </p>
  );
}
