import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { directionOf } from '../../../shared/language/language.js';
import { groupedHash } from '../../../shared/statements/export/file-words.js';
import type { CommitmentView } from '../../../shared/commitments/progress.schema.js';
import { Badge } from '../../features/commitments/badge';
import { useCommitment } from '../../features/commitments/api';
import '../../features/commitments/commitments.css';
import { FollowLine } from '../../features/commitments/following/follow-line';
import { MilestoneList } from '../../features/commitments/milestone-list';
import { StateTags } from '../../features/commitments/state-tags';
import { Timeline } from '../../features/commitments/timeline';
import { Voices } from '../../features/commitments/voices';
import { useTextIn } from '../../lib/use-text-in';
import { sideLanguages } from '../../lib/side-languages';
import { usePageFoot } from '../../lib/use-page-foot';
import { useStream } from '../../lib/use-stream';
import { CommitmentFacts } from '../../ui/commitment/commitment-facts';
import { FacingWords } from '../../ui/commitment/commitment-texts';
import { erasedAt, ErasedText } from '../../ui/erased-text';
import { Loading, Problem } from '../../ui/states';
import { OriginWords, useOrigin } from '../commitment-origin';
import { useReader, useSideName, type Reader } from '../use-reader';
import { useTitle } from '../use-title';

const Acts = lazy(async () => ({ default: (await import('../commitment-acts')).CommitmentActs }));

/** One commitment, for everybody: what was promised, what each voice says of it, and everything that happened. */
export function Commitment(): ReactNode {
  const { dyad = '', commitment: id = '' } = useParams();
  const textIn = useTextIn();
  const reader = useReader(dyad);
  const query = useCommitment(dyad, id);
  useTitle(query.data ? textIn(query.data.content.title) : '');
  const error = query.error ?? reader.error;
  if (error) return <Problem error={error} retry={() => void query.refetch()} />;
  if (!query.data || !reader.ready) return <Loading />;
  return <Paper commitment={query.data} reader={reader} refresh={() => void query.refetch()} />;
}

interface PaperProps {
  readonly commitment: CommitmentView;
  readonly reader: Reader;
  readonly refresh: () => void;
}

function Paper({ commitment, reader, refresh }: PaperProps): ReactNode {
  const { t } = useTranslation('commitments');
  const { dyad, id, content, hash, told, erased } = commitment;
  const sideName = useSideName(reader.dyad);
  const origin = useOrigin(dyad, content.origin);
  const languages = reader.dyad ? sideLanguages(reader.dyad, reader.language) : [];
  const inside = reader.consented && reader.isAdmitted && reader.me !== undefined;
  usePageFoot(hash === null ? '' : `SHA-256 ${groupedHash(hash)}`);
  useStream({
    dyad,
    stream: `commitment:${id}`,
    seq: inside ? told : undefined,
    onSignal: refresh,
    onEnded: refresh,
  });
  const originWords = <OriginWords dyad={dyad} origin={content.origin} found={origin} />;
  return (
    <article className="commitment">
      <Head commitment={commitment} languages={languages} />
      {reader.consented && reader.me && <FollowLine dyad={dyad} commitment={id} mayBegin={reader.isAdmitted} />}
      <section>
        <h2 className="visually-hidden">{t('text')}</h2>
        <FacingWords texts={content.text} languages={languages} />
      </section>
      <CommitmentFacts content={content} languages={languages} sideName={sideName} origin={originWords} />
      <section>
        <h2>{t('fact.evidence_standard')}</h2>
        <FacingWords texts={content.evidenceStandard} languages={languages} />
      </section>
      <Voices commitment={commitment} />
      <MilestoneList commitment={commitment} languages={languages} />
      {inside && reader.dyad && reader.me && (
        <Suspense fallback={<Loading />}>
          <Acts commitment={commitment} dyad={reader.dyad} me={reader.me} />
        </Suspense>
      )}
      <Timeline
        commitment={commitment}
        languages={languages}
        sideName={sideName}
        origin={{ on: origin.on, words: originWords }}
      />
      <section>
        <h2>{t('check.title')}</h2>
        <p className="measure">{t('check.what')}</p>
        <p>
          {hash === null ? (
            <ErasedText erased={erasedAt(erased, 'hash')} />
          ) : (
            <code dir="ltr" className="commitment__hash" data-hash={hash}>
              {groupedHash(hash)}
            </code>
          )}
        </p>
      </section>
      <Badge commitment={commitment} />
    </article>
  );
}

function Head({ commitment, languages }: { commitment: CommitmentView; languages: readonly string[] }): ReactNode {
  const { t } = useTranslation('commitments');
  const { dyad, content, supersededBy, erased } = commitment;
  return (
    <header className="commitment__head">
      <p className="no-print">
        <Link className="target-link" to={`/d/${dyad}/commitments`}>
          {t('all')}
        </Link>
      </p>
      <h1>
        {languages
          .filter((language) => content.title[language] !== undefined)
          .map((language) => (
            <span key={language} lang={language} dir={directionOf(language)}>
              {content.title[language] || <ErasedText erased={erasedAt(erased, `title.${language}`)} />}
            </span>
          ))}
      </h1>
      <p className="row">
        <StateTags of={commitment} />
        {supersededBy !== null && <Link to={`/d/${dyad}/commitments/${supersededBy}`}>{t('superseded_by')}</Link>}
        {content.supersedes !== null && (
          <Link to={`/d/${dyad}/commitments/${content.supersedes}`}>{t('supersedes')}</Link>
        )}
      </p>
    </header>
  );
}
