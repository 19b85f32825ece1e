import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeLine } from '../../../shared/moderation/notice.schema.js';

type Decided = Pick<NoticeLine, 'about' | 'measure'>;

/** Names the sentence that says what was done; what stands as a whole can be held or removed, and no more. */
export const measureSentence = (about: Decided['about'], measure: NonNullable<Decided['measure']>) =>
  measure === 'hold' || measure === 'remove'
    ? (`measure.${about}.${measure}` as const)
    : (`measure.post.${measure}` as const);

/** What a notice is about, in one or two sentences: what was done with words, with the person, or with a report. */
export function NoticeTitle({
  about,
  measure,
  sanction,
  outcome,
}: Pick<NoticeLine, 'about' | 'measure' | 'sanction' | 'outcome'>): ReactNode {
  const { t } = useTranslation(['notices', 'reports']);
  return [
    ...(measure ? [t(measureSentence(about, measure))] : []),
    ...(sanction ? [t(`sanction.${sanction}`)] : []),
    ...(outcome ? [t('reported'), t(`reports:outcome.${outcome}`)] : []),
  ].join(' ');
}
