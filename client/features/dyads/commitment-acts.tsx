import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { JointActView } from '../../../shared/dyads/joint-act.schema.js';
import { formatDay } from '../../lib/format';
import { CommitmentContent } from '../../ui/commitment/commitment-content';
import { FacingWords } from '../../ui/commitment/commitment-texts';
import type { SideName } from '../../ui/member-name';
import { Texts } from '../../ui/texts';

type CommitmentAct = Extract<JointActView, { kind: `commitment.${string}` }>;

export const isCommitmentAct = (act: JointActView): act is CommitmentAct => act.kind.startsWith('commitment.');

/** What would be done with which commitment, as one plain sentence. */
export function CommitmentActHeading({ act }: { act: CommitmentAct }): ReactNode {
  const { t } = useTranslation('dyads');
  const title = act.kind === 'commitment.adopt' ? act.details.content.title : act.details.title;
  return <Trans t={t} i18nKey={`act.${act.kind}`} components={{ what: <Texts texts={title} /> }} />;
}

interface CommitmentActDetailsProps {
  readonly act: CommitmentAct;
  readonly dyad: string;
  readonly languages: readonly string[];
  readonly sideName: SideName;
}

/** What would be adopted, in full; of one that binds already, which it is, until when and why. */
export function CommitmentActDetails({ act, dyad, languages, sideName }: CommitmentActDetailsProps): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  if (act.kind === 'commitment.adopt')
    return (
      <CommitmentContent
        heading="h4"
        dyad={dyad}
        content={act.details.content}
        languages={languages}
        sideName={sideName}
      />
    );
  const { commitment, title } = act.details;
  return (
    <div className="stack">
      <p>
        <Link to={`/d/${dyad}/commitments/${commitment}`}>
          <Texts texts={title} />
        </Link>
      </p>
      {act.kind === 'commitment.suspend' && (
        <p>{t('suspended_until', { day: formatDay(i18n.language, act.details.until) })}</p>
      )}
      {act.kind !== 'commitment.resume' && <FacingWords texts={act.details.reason} languages={languages} />}
    </div>
  );
}
