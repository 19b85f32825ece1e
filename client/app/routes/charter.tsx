import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { CharterView } from '../../../shared/dyads/dyad.schema.js';
import { directionOf } from '../../../shared/language/language.js';
import { useAcceptCharter, useCharter } from '../../features/dyads/api';
import { formatDay, languageName } from '../../lib/format';
import { Button } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { useReader } from '../use-reader';
import { useTitle } from '../use-title';
import './charter.css';
import { Texts } from '../../ui/texts';

/** The rules, both authentic texts facing each other; members accept them here. */
export function Charter(): ReactNode {
  const { dyad = '' } = useParams();
  const { t, i18n } = useTranslation('dyads');
  const charter = useCharter(dyad);
  const reader = useReader(dyad);
  useTitle(t('charter.title'));
  if (charter.error) return <Problem error={charter.error} retry={() => void charter.refetch()} />;
  if (!charter.data) return <Loading />;
  const { version, adoptedOn } = charter.data;
  return (
    <>
      <h1>{t('charter.title')}</h1>
      <p className="soft">{t('charter.version', { version, day: formatDay(i18n.language, adoptedOn) })}</p>
      <Articles charter={charter.data} first={reader.language} />
      {reader.me && !reader.consented && <Acceptance dyad={dyad} version={version} />}
    </>
  );
}

function Articles({ charter, first }: { charter: CharterView; first: string }): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  const authentic = charter.authenticIn.toSorted((one, other) => Number(other === first) - Number(one === first));
  const isTranslation = !charter.authenticIn.includes(i18n.language);
  return (
    <ol className="plain-list charter">
      {charter.articles.map((article) => (
        <li key={article.number} id={`article-${article.number}`}>
          {authentic.map((language) => (
            <section key={language} lang={language} dir={directionOf(language)}>
              <h2>
                {new Intl.NumberFormat(language).format(article.number)}. {article.title[language]}
              </h2>
              <p>{article.body[language]}</p>
            </section>
          ))}
          {isTranslation && (
            <details>
              <summary>
                {t('charter.for_convenience', { language: languageName(i18n.language, i18n.language) })}
              </summary>
              <p>
                <Texts texts={article.body} />
              </p>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function Acceptance({ dyad, version }: { dyad: string; version: number }): ReactNode {
  const { t } = useTranslation('dyads');
  const accept = useAcceptCharter(dyad);
  const navigate = useNavigate();
  // This question is gone the moment it is answered, so where to go next is not left to it.
  const agree = () =>
    void accept.mutateAsync(version).then(
      () => navigate(`/d/${dyad}`),
      () => undefined,
    );
  return (
    <div className="notice measure">
      <div>
        <p>{t('charter.consent')}</p>
        {accept.error && <Problem error={accept.error} />}
        <Button weight="main" busy={accept.isPending} onClick={agree}>
          {t('charter.accept')}
        </Button>
      </div>
    </div>
  );
}
