import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DyadView } from '../../shared/dyads/dyad.schema.js';
import { CitingProvider } from '../features/statements/citations/citing';
import { StatementList } from '../features/statements/statement-list';
import { usePublicDraft, usePublicDrafts } from '../features/statements/visibility/api';
import { PublicDraftPages } from '../features/statements/visibility/public-draft';
import { textIn } from '../lib/format';
import { Loading, Problem } from '../ui/states';
import { Texts } from '../ui/texts';
import { WithGlossary } from './with-glossary';
import { useSideName } from './use-reader';
import { useTitle } from './use-title';

/** The statements under way that both sides show to everybody; nothing where there is none. */
export function PublicDrafts({ dyad }: { dyad: DyadView }): ReactNode {
  const { t } = useTranslation('statement-comments');
  const drafts = usePublicDrafts(dyad.slug);
  if (drafts.error) return <Problem error={drafts.error} retry={() => void drafts.refetch()} />;
  if (!drafts.data) return <Loading />;
  if (drafts.data.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="public-drafts">
      <h2 id="public-drafts">{t('public.title')}</h2>
      <p className="measure soft">{t('public.list')}</p>
      <StatementList dyad={dyad.slug} heading="h3" statements={drafts.data} />
    </section>
  );
}

/** A statement under way as everybody may read it. */
export function PublicDraftPage({ dyad }: { dyad: DyadView }): ReactNode {
  const { statement = '' } = useParams();
  const { t, i18n } = useTranslation(['statements', 'statement-comments']);
  const { data, error, refetch } = usePublicDraft(dyad.slug, statement);
  const sideName = useSideName(dyad);
  useTitle(data ? textIn(data.title, i18n.language) : '');
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <WithGlossary dyad={dyad.slug}>
      <h1>
        <Texts texts={data.title} />
      </h1>
      <p className="row small soft">
        <span className="tag">{t(`state.${data.state}`)}</span>
        <span>{t('statement-comments:public.what')}</span>
      </p>
      <CitingProvider value={{ dyad: dyad.slug, known: data.citations }}>
        <PublicDraftPages draft={data} reader={i18n.language} sideName={sideName} />
      </CitingProvider>
    </WithGlossary>
  );
}
