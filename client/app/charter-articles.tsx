import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CharterView } from '../../shared/dyads/dyad.schema.js';
import { directionOf } from '../../shared/language/language.js';
import { languageName } from '../lib/format';
import { Texts } from '../ui/texts';
import './charter-articles.css';

type Article = CharterView['articles'][number];

/** The articles as facing pages: the two texts that count, the reader's own language first, each article on one line. */
export function CharterArticles({ charter, first }: { charter: CharterView; first: string }): ReactNode {
  const { i18n } = useTranslation();
  const [isWanted, want] = useState(false);
  const authentic = charter.authenticIn.toSorted((one, other) => Number(other === first) - Number(one === first));
  const isTranslated =
    !charter.authenticIn.includes(i18n.language) &&
    charter.articles.some((article) => article.body[i18n.language] !== undefined);
  return (
    <>
      {isTranslated && <ConvenienceChoice isWanted={isWanted} want={want} />}
      <ol className="plain-list articles">
        {charter.articles.map((article) => (
          <li key={article.number} id={`article-${article.number}`}>
            {authentic.map((language) => (
              <ArticleText key={language} article={article} language={language} />
            ))}
            {isTranslated && isWanted && <Convenience article={article} />}
          </li>
        ))}
      </ol>
      <Quorum quorum={charter.quorum} />
    </>
  );
}

/** How many organisations have to sign: a number of the charter, so it stands wherever its articles do. */
function Quorum({ quorum }: { quorum: number }): ReactNode {
  const { t } = useTranslation('organisations');
  return <p className="measure">{t('quorum', { count: quorum })}</p>;
}

/** For those who read neither of the two: all articles at once in a language in which they do not count. */
function ConvenienceChoice({ isWanted, want }: { isWanted: boolean; want: (wanted: boolean) => void }): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  return (
    <label className="choice no-print">
      <input type="checkbox" checked={isWanted} onChange={({ target }) => want(target.checked)} />
      {t('charter.for_convenience', { language: languageName(i18n.language, i18n.language) })}
    </label>
  );
}

function ArticleText({ article, language }: { article: Article; language: string }): ReactNode {
  return (
    <div className="articles__page" lang={language} dir={directionOf(language)}>
      <h2>
        <a href={`#article-${article.number}`} className="articles__number">
          {new Intl.NumberFormat(language).format(article.number)}.
        </a>{' '}
        {article.title[language]}
      </h2>
      <p>{article.body[language]}</p>
    </div>
  );
}

function Convenience({ article }: { article: Article }): ReactNode {
  return (
    <div className="articles__aside">
      <p>
        <strong>
          <Texts texts={article.title} />
        </strong>
      </p>
      <p>
        <Texts texts={article.body} />
      </p>
    </div>
  );
}
