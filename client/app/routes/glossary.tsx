import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { DyadView } from '../../../shared/dyads/dyad.schema.js';
import type { ConceptView, GlossaryView } from '../../../shared/translation/glossary.schema.js';
import { sideLanguages } from '../../lib/side-languages';
import { GlossaryImport } from '../../features/dyads/terms/glossary-import';
import { useGlossary } from '../../features/glossary/api';
import { ConceptList } from '../../features/glossary/concept-list';
import { GlossaryChanges } from '../../features/glossary/glossary-changes';
import { TakeGlossary } from '../../features/glossary/take-glossary';
import { ButtonLink } from '../../ui/button';
import { Empty, Loading, Problem } from '../../ui/states';
import { useReader, type Reader } from '../use-reader';
import { useTitle } from '../use-title';

/** The words of both sides, how they stand with both, and what a reader should know of them; for everybody. */
export function Glossary(): ReactNode {
  const { dyad = '' } = useParams();
  const [sought] = useSearchParams();
  const { t } = useTranslation('glossary');
  const reader = useReader(dyad);
  const glossary = useGlossary(dyad, Number(sought.get('version')) || undefined);
  useTitle(t('title'));
  const error = glossary.error ?? reader.error;
  if (error) return <Problem error={error} retry={() => void glossary.refetch()} />;
  if (!glossary.data || !reader.ready || !reader.dyad) return <Loading />;
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p className="measure">{t('what')}</p>
      <Entries dyad={reader.dyad} reader={reader} glossary={glossary.data} />
      <GlossaryChanges dyad={dyad} changes={glossary.data.changes} />
    </div>
  );
}

interface EntriesProps {
  readonly dyad: DyadView;
  readonly reader: Reader;
  readonly glossary: GlossaryView;
}

function Entries({ dyad, reader, glossary }: EntriesProps): ReactNode {
  const { t } = useTranslation('glossary');
  const navigate = useNavigate();
  const { version, inForce, concepts } = glossary;
  const languages = sideLanguages(dyad, reader.language);
  const isInForce = version === inForce;
  const mayPropose =
    isInForce && reader.consented && reader.me?.side !== 'neutral' && reader.me?.roles.includes('steward');
  const begin = `/d/${dyad.slug}/stewards?begin=term`;
  const actions = ({ id }: ConceptView): ReactNode =>
    mayPropose && (
      <>
        <Link to={`${begin}_change&concept=${id}`}>{t('change')}</Link>
        <Link to={`${begin}_retire&concept=${id}`}>{t('retire')}</Link>
      </>
    );
  return (
    <>
      {!isInForce && (
        <p className="notice measure">
          <span>
            {t('earlier', { version })} <Link to={`/d/${dyad.slug}/glossary`}>{t('to_now')}</Link>
          </span>
        </p>
      )}
      {mayPropose && (
        <p>
          <ButtonLink to={begin}>{t('add')}</ButtonLink>
        </p>
      )}
      {mayPropose && (
        <GlossaryImport
          dyad={dyad.slug}
          languages={languages}
          onSent={() => void navigate(`/d/${dyad.slug}/stewards`)}
        />
      )}
      {version > 0 && <TakeGlossary dyad={dyad.slug} version={version} />}
      {concepts.length === 0 ? (
        <Empty title={t('none')}>
          <p>{t('none_what')}</p>
        </Empty>
      ) : (
        <ConceptList concepts={concepts} languages={languages} actions={actions} />
      )}
    </>
  );
}
