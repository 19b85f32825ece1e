import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealCase } from '../../../../shared/moderation/appeal.schema.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import { directionOf } from '../../../../shared/language/language.js';
import { formatTime } from '../../../lib/format';
import { MemberName, type SideName } from '../../../ui/member-name';
import { FacingTexts } from '../../../ui/facing-texts';
import { Loading, Problem } from '../../../ui/states';
import type { DeskStore } from '../api';
import type { Moderator } from '../possible-acts';
import { useAppeal } from './api';
import { VerdictTool } from './verdict-tool';

interface AppealProps {
  readonly dyad: string;
  readonly item: DeskItem;
  readonly me: Moderator;
  readonly sideName: SideName;
  /** The languages of both sides, the reader's own first. */
  readonly languages: readonly string[];
  readonly store: DeskStore;
}

/** An appeal: who makes it and in which words, until when it is answered, what its panel has said; and a seat's verdict. */
export function AppealSection(props: AppealProps): ReactNode {
  const { t } = useTranslation('moderation');
  const { data: appeal, error, refetch } = useAppeal(props.dyad, props.item);
  return (
    <section className="desk-part" aria-label={t('appeal.title')}>
      <h3>{t('appeal.title')}</h3>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!appeal && !error && <Loading />}
      {appeal && <Words appeal={appeal} />}
      {appeal && <Seats appeal={appeal} sideName={props.sideName} languages={props.languages} />}
      {appeal?.state === 'open' && <VerdictTool {...props} appeal={appeal} />}
    </section>
  );
}

function Words({ appeal: { party, words, language, targetAt, endAt, state } }: { appeal: AppealCase }): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  const timeOf = (time: string): string => formatTime(i18n.language, time);
  return (
    <>
      <p>{t(`appeal.by.${party}`)}</p>
      <blockquote lang={language} dir={directionOf(language)}>
        {words}
      </blockquote>
      <p className="small">
        {state === 'open'
          ? t('appeal.until', { target: timeOf(targetAt), end: timeOf(endAt) })
          : t(`appeal.outcome.${state}`)}
      </p>
    </>
  );
}

interface SeatsProps {
  readonly appeal: AppealCase;
  readonly sideName: SideName;
  readonly languages: readonly string[];
}

/** Who sits on the panel, none of whom had anything to do with the case, and what each has said, in both languages. */
function Seats({ appeal: { panel }, sideName, languages }: SeatsProps): ReactNode {
  const { t } = useTranslation('moderation');
  return (
    <>
      {panel.state === 'waiting' && <p className="notice notice--caution">{t('appeal.waiting')}</p>}
      <ul className="plain-list keys">
        {panel.seats.map(({ side, by, verdict, reasons }) => (
          <li key={side} className="proposal-part">
            <p className="row small">
              <MemberName member={by} sideName={sideName} />
              <span>{verdict ? t(`appeal.said.${verdict}`) : t('panel.silent')}</span>
            </p>
            {verdict && <FacingTexts languages={languages} page={(language) => <p>{reasons[language]}</p>} />}
          </li>
        ))}
      </ul>
    </>
  );
}
