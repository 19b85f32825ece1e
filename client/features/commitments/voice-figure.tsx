import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentBrief } from '../../../shared/commitments/commitment.schema.js';
import { formatShare } from '../../lib/numbers';
import { Bar } from '../../ui/bar';

/** Those who speak of how far a commitment is; none of them is counted into another. */
export const voices = ['promisor', 'otherSide', 'evaluators'] as const;
export type Voice = (typeof voices)[number];

/** How far a commitment is as one voice says, and on how many words that rests. */
export function VoiceFigure({ progress, voice }: { progress: CommitmentBrief['progress']; voice: Voice }): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const { share, n } = progress[voice];
  if (share === null) return <span className="soft small">{t('voice.none')}</span>;
  return (
    <>
      <Bar share={share}>{formatShare(i18n.language, share)}</Bar>
      <span className="small soft">{t(`voice.rests_on.${voice}`, { count: n })}</span>
    </>
  );
}
