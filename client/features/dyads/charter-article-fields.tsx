import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { jointActLimits } from '../../../shared/dyads/joint-act.rules.js';
import { directionOf } from '../../../shared/language/language.js';
import type { ErrorOf } from '../../lib/field-errors';
import { Button } from '../../ui/button';
import { TextPairFields } from '../../ui/text-pair-fields';
import type { DraftArticle } from './charter-draft';

interface ArticleProps {
  readonly article: DraftArticle;
  /** Its number as it would be adopted, and how many there would be. */
  readonly number: number;
  readonly of: number;
  readonly languages: readonly string[];
  readonly errorOf: ErrorOf;
  readonly change: (part: Partial<DraftArticle>) => void;
  readonly move: (by: -1 | 1) => void;
}

/** One article under way: closed it is a line, open both texts stand side by side. */
export function CharterArticleFields(props: ArticleProps): ReactNode {
  const { article, number, languages, errorOf } = props;
  const { t } = useTranslation('dyads');
  const heading = titleOf(article, languages);
  const field = `details.articles.${number - 1}`;
  const isWrong = languages.some((code) =>
    ['title', 'body'].some((part) => errorOf(`${field}.${part}.${code}`, '') !== undefined),
  );
  const [opened, setOpened] = useState(article.key.startsWith('new-') && heading === undefined);
  // What needs another look cannot be folded away.
  const open = opened || isWrong;
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>
        {t('changes.article', { number })}
        {heading && (
          <bdi className="draft-article__title" lang={heading.language} dir={directionOf(heading.language)}>
            {heading.text}
          </bdi>
        )}
      </summary>
      {open && <ArticleTexts {...props} field={field} />}
    </details>
  );
}

function titleOf(
  { title }: DraftArticle,
  languages: readonly string[],
): { text: string; language: string } | undefined {
  const language = languages.find((code) => (title[code] ?? '').trim() !== '');
  return language === undefined ? undefined : { language, text: title[language] ?? '' };
}

function ArticleTexts(props: ArticleProps & { readonly field: string }): ReactNode {
  const { article, number, of, languages, errorOf, change, move, field } = props;
  const { t } = useTranslation('dyads');
  return (
    <div className="stack draft-article__fields">
      <TextPairFields
        label={t('forms.title')}
        field={`${field}.title`}
        languages={languages}
        value={article.title}
        maximum={jointActLimits.articleTitle}
        errorOf={errorOf}
        change={(title) => change({ title })}
      />
      <TextPairFields
        long
        label={t('forms.body')}
        field={`${field}.body`}
        languages={languages}
        value={article.body}
        maximum={jointActLimits.articleBody}
        errorOf={errorOf}
        change={(body) => change({ body })}
      />
      <div className="row">
        {number > 1 && <Button onClick={() => move(-1)}>{t('forms.move_up')}</Button>}
        {number < of && <Button onClick={() => move(1)}>{t('forms.move_down')}</Button>}
        {of > 1 && (
          <Button weight="quiet" onClick={() => change({ removed: true })}>
            {t('forms.remove')}
          </Button>
        )}
      </div>
    </div>
  );
}
