import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { ConceptView } from '../../../shared/translation/glossary.schema.js';
import { useGlossary } from '../../features/glossary/api';
import { useActOnDossier, useDossier } from '../../features/translation/api';
import { ClaimLine } from '../../features/translation/claim-line';
import { DisputeList } from '../../features/translation/dispute-list';
import { EarlierTranslations } from '../../features/translation/earlier-translations';
import { ProposalList } from '../../features/translation/proposal-list';
import { ShownTranslation } from '../../features/translation/shown-translation';
import { TranslationEditor } from '../../features/translation/translation-editor';
import { languageName } from '../../lib/format';
import { Loading, Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function PostTranslation(): ReactNode {
  const { post = '', language = '' } = useParams();
  return (
    <MembersOnly>
      {(dyad, me) => (
        <TranslationPage key={`${post} ${language}`} dyad={dyad} me={me} post={post} language={language} />
      )}
    </MembersOnly>
  );
}

const noConcepts: readonly ConceptView[] = [];

interface PageProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly post: string;
  readonly language: string;
}

/** One post in one language: what readers have, what is proposed, what is disputed, and where one writes a better one. */
function TranslationPage({ dyad, me, post, language }: PageProps): ReactNode {
  const { t, i18n } = useTranslation('translation');
  const at = { dyad: dyad.slug, post, language };
  const query = useDossier(at);
  const act = useActOnDossier(at);
  const glossary = useGlossary(dyad.slug);
  const sideName = useSideName(dyad);
  const [initial, edit] = useState('');
  const title = t('title', { language: languageName(i18n.language, language) });
  useTitle(title);
  if (query.error) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const dossier = query.data;
  const shared = { dossier, reader: me.writesIn, act, sideName };
  return (
    <div className="parts">
      <header className="page-head">
        <h1>{title}</h1>
        <p className="row">
          <Link to={`/d/${dyad.slug}/threads/${dossier.thread}#post-${post}`} className="target-link">
            {t('to_post')}
          </Link>
          <Link to={`/d/${dyad.slug}/translations`} className="target-link">
            {t('to_list')}
          </Link>
        </p>
      </header>
      <ShownTranslation {...shared} />
      <DisputeList {...shared} />
      <ProposalList {...shared} edit={edit} />
      {dossier.skill === 'translates' ? (
        <div className="stack">
          <ClaimLine at={at} dossier={dossier} act={act} />
          <TranslationEditor
            key={`${initial} ${dossier.revision}`}
            dyad={dyad.slug}
            dossier={dossier}
            reader={me.writesIn}
            concepts={glossary.data?.concepts ?? noConcepts}
            initial={initial}
          />
        </div>
      ) : (
        <p className="notice measure">
          <span>
            {t(`skill.${dossier.skill}`, { language: languageName(i18n.language, language) })}{' '}
            <Link to={`/d/${dyad.slug}/me`}>{t('skill.link')}</Link>
          </span>
        </p>
      )}
      <EarlierTranslations {...dossier} />
    </div>
  );
}
