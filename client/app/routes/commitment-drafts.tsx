import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { DraftList } from '../../features/commitments/drafts/draft-list';
import { useDrafts } from '../../features/commitments/drafts/drafts-api';
import '../../features/commitments/commitments.css';
import { sideLanguages } from '../../lib/side-languages';
import { ButtonLink } from '../../ui/button';
import { Empty, Loading, Problem } from '../../ui/states';
import type { CommitmentDraftFormProps } from '../commitment-draft-form';
import { MembersOnly } from '../gate';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

const Form = lazy(async () => ({ default: (await import('../commitment-draft-form')).CommitmentDraftForm }));

/** What is drafted and not adopted yet, for those who draft or steward, and the form of it. */
export function CommitmentDrafts(): ReactNode {
  return <MembersOnly>{(dyad, me) => <Drafts dyad={dyad} me={me} />}</MembersOnly>;
}

function Drafts({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t } = useTranslation(['commitment-acts', 'commitments']);
  const [search] = useSearchParams();
  const drafts = useDrafts(dyad.slug);
  const sideName = useSideName(dyad);
  useTitle(t('drafts.title'));
  const here = `/d/${dyad.slug}/commitments/drafts`;
  const mayChange = me.roles.some((role) => role === 'drafter' || role === 'steward');
  const [draft, statement, supersedes] = ['draft', 'statement', 'supersedes'].map((name) => search.get(name));
  const isWriting = mayChange && (draft ?? statement ?? supersedes) !== null;
  if (drafts.error) return <Problem error={drafts.error} retry={() => void drafts.refetch()} />;
  if (!drafts.data) return <Loading />;
  const found = drafts.data.find(({ id }) => id === draft);
  if (isWriting)
    return (
      <Written
        key={draft ?? supersedes ?? ''}
        dyad={dyad}
        me={me}
        draft={found}
        named={{ statement: statement ?? '', supersedes: supersedes ?? null }}
        here={here}
      />
    );
  return (
    <>
      <p>
        <Link className="target-link" to={`/d/${dyad.slug}/commitments`}>
          {t('commitments:all')}
        </Link>
      </p>
      <h1>{t('drafts.title')}</h1>
      <p className="measure">{t('drafts.what')}</p>
      {mayChange && (
        <p>
          <ButtonLink to="?draft=new">{t('draft.begin')}</ButtonLink>
        </p>
      )}
      {drafts.data.length === 0 && <Empty title={t('drafts.none')} />}
      <DraftList
        dyad={dyad.slug}
        drafts={drafts.data}
        languages={sideLanguages(dyad, me.writesIn)}
        sideName={sideName}
        mayChange={mayChange}
        mayPropose={me.roles.includes('steward') && me.side !== 'neutral'}
      />
    </>
  );
}

interface WrittenProps extends Omit<CommitmentDraftFormProps, 'onSaved'> {
  /** Where all drafts are. */
  readonly here: string;
}

/** One draft under way, and the way back; what was written stays on the device. */
function Written({ here, ...given }: WrittenProps): ReactNode {
  const { t } = useTranslation('commitment-acts');
  const go = useNavigate();
  return (
    <>
      <p>
        <Link className="target-link" to={here}>
          {t('drafts.all')}
        </Link>
      </p>
      <h1>{given.draft ? t('draft.change') : t('draft.begin')}</h1>
      <p className="measure soft">{t('draft.what')}</p>
      <Suspense fallback={<Loading />}>
        <Form {...given} onSaved={() => void go(here)} />
      </Suspense>
    </>
  );
}
