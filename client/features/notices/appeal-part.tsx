import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import type { AppealView, NoticeView } from '../../../shared/moderation/notice.schema.js';
import { formatDay } from '../../lib/format';
import { drafts } from '../../lib/drafts';
import { Button } from '../../ui/button';
import { AppealForm } from './appeal-form';

interface PartProps {
  readonly dyad: string;
  readonly notice: NoticeView;
  /** The languages of the dialogue, and the one that the reader writes in. */
  readonly languages: readonly string[];
  readonly language: string;
  /** A text in the languages of both sides. */
  readonly facing: (texts: Readonly<Record<string, string>>) => ReactNode;
  readonly sideName: (side: 'a' | 'b' | 'neutral') => string;
}

/** What one can do against a decision, did, and what came of it. */
export function AppealPart(props: PartProps): ReactNode {
  const { t } = useTranslation('notices');
  const { notice } = props;
  return (
    <section aria-labelledby="appeal" className="stack">
      <h2 id="appeal">{t('appeal.title')}</h2>
      {notice.appeal ? <Made {...props} appeal={notice.appeal} /> : <Possible {...props} />}
    </section>
  );
}

function Possible({ dyad, notice, languages, language }: PartProps): ReactNode {
  const { t, i18n } = useTranslation('notices');
  const place = `${dyad}/appeal/${notice.id}`;
  const [isOpen, open] = useState(() => drafts.read(place) !== '');
  const { appealableUntil } = notice;
  if (appealableUntil === null) return <p>{t(isHold(notice) ? 'appeal.not_hold' : 'appeal.final')}</p>;
  const day = formatDay(i18n.language, appealableUntil);
  if (new Date(appealableUntil) < new Date()) return <p>{t('appeal.over', { day })}</p>;
  return (
    <>
      <p className="measure">{t('appeal.what', { day })}</p>
      {isOpen ? (
        <AppealForm
          dyad={dyad}
          notice={notice.id}
          place={place}
          languages={languages}
          language={language}
          close={() => open(false)}
        />
      ) : (
        <p>
          <Button onClick={() => open(true)}>{t('appeal.begin')}</Button>
        </p>
      )}
    </>
  );
}

const isHold = (notice: NoticeView): boolean => notice.kind === 'decision' && notice.measure === 'hold';

function Made({ notice, appeal, facing, sideName }: PartProps & { readonly appeal: AppealView }): ReactNode {
  const { t, i18n } = useTranslation('notices');
  const { isOwn, words, language, openedAt, answers } = appeal;
  return (
    <>
      <p>{t(isOwn ? 'appeal.made' : 'appeal.made_together', { day: formatDay(i18n.language, openedAt) })}</p>
      <blockquote className="notice-quote" lang={language} dir={directionOf(language)}>
        {words}
      </blockquote>
      <p>
        <strong>
          <Standing appeal={appeal} />
        </strong>{' '}
        {notice.kind === 'report' && appeal.state === 'overturned' && t('appeal.again')}
      </p>
      {answers.map(({ side, reasons }) => (
        <div key={side}>
          <h3>{side === 'neutral' ? t('appeal.reasons_neutral') : t('appeal.reasons', { side: sideName(side) })}</h3>
          {facing(reasons)}
        </div>
      ))}
    </>
  );
}

function Standing({ appeal: { state, decidedAt, targetAt, endAt, answers } }: { appeal: AppealView }): ReactNode {
  const { t, i18n } = useTranslation('notices');
  const day = (moment: string): string => formatDay(i18n.language, moment);
  if (decidedAt === null) return t('appeal.state.open', { target: day(targetAt), end: day(endAt) });
  if (answers.length === 0) return t('appeal.by_time', { day: day(decidedAt) });
  return t(`appeal.state.${state}`, { day: day(decidedAt), target: '', end: '' });
}
