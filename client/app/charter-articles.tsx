import type { ReactNode } from 'react';
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
  const authentic = charter.authenticIn.toSorted((one, other) => Number(other === first) - Number(one === first));
  const isTranslation = !charter.authenticIn.includes(i18n.language);
  return (
    <ol className="plain-list articles">
      {charter.articles.map((article) => (
        <li key={article.number} id={`article-${article.number}`}>
          {authentic.map((language) => (
            <ArticleText key={language} article={article} language={language} />
          ))}
          {isTranslation && article.body[i18n.language] !== undefined && <Convenience article={article} />}
        </li>
      ))}
    </ol>
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

/** What an article says in a language in which it does not count, for those who read neither of the two. */
function Convenience({ article }: { article: Article }): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  return (
    <details>
      <summary>{t('charter.for_convenience', { language: languageName(i18n.language, i18n.language) })}</summary>
      <p>
        <strong>
          <Texts texts={article.title} />
        </strong>
      </p>
      <p>
        <Texts texts={article.body} />
      </p>
    </details>
  );
}
