import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionNotice, NoticeLine } from '../../../shared/moderation/notice.schema.js';

/** What was done with what somebody wrote; what stands as a whole can be held or removed, and no more. */
export function MeasureSentence({ about, measure }: Pick<DecisionNotice, 'about' | 'measure'>): ReactNode {
  const { t } = useTranslation('notices');
  if (measure === null) return null;
  return measure === 'hold' || measure === 'remove' ? t(`measure.${about}.${measure}`) : t(`measure.post.${measure}`);
}

/** What a notice is about, in one or two sentences: what was done with words, with the person, or with a report. */
export function NoticeTitle({
  about,
  measure,
  sanction,
  outcome,
}: Pick<NoticeLine, 'about' | 'measure' | 'sanction' | 'outcome'>): ReactNode {
  const { t } = useTranslation(['notices', 'reports']);
  return (
    <>
      <MeasureSentence about={about} measure={measure} />{' '}
      {[
        ...(sanction ? [t(`sanction.${sanction}`)] : []),
        ...(outcome ? [t(`reported.${about}`), t(`reports:outcome.${outcome}`)] : []),
      ].join(' ')}
    </>
  );
}
