import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeLine } from '../../../shared/moderation/notice.schema.js';

/** What a notice is about, in one or two sentences: what was done with words, with the person, or with a report. */
export function NoticeTitle({
  measure,
  sanction,
  outcome,
}: Pick<NoticeLine, 'measure' | 'sanction' | 'outcome'>): ReactNode {
  const { t } = useTranslation(['notices', 'reports']);
  return [
    ...(measure ? [t(`measure.${measure}`)] : []),
    ...(sanction ? [t(`sanction.${sanction}`)] : []),
    ...(outcome ? [t('reported'), t(`reports:outcome.${outcome}`)] : []),
  ].join(' ');
}
