import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentDraftView } from '../../../../shared/commitments/commitment.schema.js';
import { formatDay } from '../../../lib/format';
import { CommitmentContent } from '../../../ui/commitment/commitment-content';
import { MemberName, type SideName } from '../../../ui/member-name';
import { Texts } from '../../../ui/texts';

interface DraftListProps {
  readonly dyad: string;
  readonly drafts: readonly CommitmentDraftView[];
  readonly languages: readonly string[];
  readonly sideName: SideName;
  readonly mayChange: boolean;
  /** Whether the reader holds a key of a side. */
  readonly mayPropose: boolean;
}

/** What is drafted and binds nobody yet, each to be read as a whole. */
export function DraftList({ drafts, ...given }: DraftListProps): ReactNode {
  return (
    <ul className="plain-list stack">
      {drafts.map((draft) => (
        <Draft key={draft.id} draft={draft} {...given} />
      ))}
    </ul>
  );
}

function Draft({
  dyad,
  draft,
  languages,
  sideName,
  mayChange,
  mayPropose,
}: Omit<DraftListProps, 'drafts'> & { draft: CommitmentDraftView }): ReactNode {
  const { t, i18n } = useTranslation('commitment-acts');
  const { id, content, draftedBy, changedOn, imported } = draft;
  return (
    <li className="sheet stack">
      <h2>
        <Texts texts={content.title} />
      </h2>
      <p className="row small">
        <MemberName member={draftedBy} sideName={sideName} />
        <time className="soft" dateTime={changedOn}>
          {t('drafts.changed_on', { day: formatDay(i18n.language, changedOn) })}
        </time>
        {imported && <span className="tag">{t('drafts.imported')}</span>}
      </p>
      <details>
        <summary>{t('drafts.read')}</summary>
        <CommitmentContent heading="h3" dyad={dyad} content={content} languages={languages} sideName={sideName} />
      </details>
      <p className="row">
        {mayChange && (
          <Link className="target-link" to={`?draft=${id}`}>
            {t('drafts.change')}
          </Link>
        )}
        {mayPropose && (
          <Link className="target-link" to={`/d/${dyad}/stewards?begin=commitment_adopt&commitment=${id}`}>
            {t('drafts.propose')}
          </Link>
        )}
      </p>
    </li>
  );
}
