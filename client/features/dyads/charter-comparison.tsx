import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { charterChanges, type Article, type ArticleChange } from '../../../shared/dyads/charter-changes.js';
import { wordChanges } from '../../../shared/language/word-changes.js';
import { ChangedWords } from '../../ui/changed-words';
import { FacingTexts } from '../../ui/facing-texts';
import { QuorumChange } from './quorum-change';

interface ComparisonProps {
  readonly before: readonly Article[];
  readonly after: readonly Article[];
  /** How many organisations have to sign, before and after. */
  readonly quorum: { readonly before: number | undefined; readonly after: number };
  readonly languages: readonly string[];
  /** How deep the comparison stands in its page. */
  readonly heading: 'h3' | 'h4';
}

const counted = ['changed', 'added', 'removed', 'moved'] as const;

/**
 * What a new version would change: first in numbers, then article by article, with every word that comes or goes. What
 * keeps its words is folded away, also where its number changes.
 */
export function CharterComparison({ before, after, quorum, languages, heading }: ComparisonProps): ReactNode {
  const { t } = useTranslation('dyads');
  const changes = charterChanges(before, after, languages);
  const told = changes.filter(({ type }) => type !== 'same' && type !== 'moved');
  const kept = changes.filter(({ type }) => type === 'same' || type === 'moved');
  const isSame = changes.every(({ type }) => type === 'same') && (quorum.before ?? quorum.after) === quorum.after;
  return (
    <div className="stack">
      <QuorumChange {...quorum} />
      {isSame && <p>{t('changes.none')}</p>}
      <ul className="plain-list row small">
        {counted.map((type) => {
          const count = changes.filter((change) => change.type === type).length;
          return count > 0 && <li key={type}>{t(`changes.count_${type}`, { count })}</li>;
        })}
      </ul>
      <ol className="plain-list stack">
        {told.map((change) => (
          <ChangedArticle key={keyOf(change)} change={change} languages={languages} heading={heading} />
        ))}
      </ol>
      {kept.length > 0 && (
        <details>
          <summary>{t('changes.unchanged', { count: kept.length })}</summary>
          <ol className="plain-list stack">
            {kept.map((change) => (
              <ChangedArticle key={keyOf(change)} change={change} languages={languages} heading={heading} />
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

const keyOf = (change: ArticleChange): string =>
  'after' in change ? `after-${change.after.number}` : `before-${change.before.number}`;

const numberIn = (language: string, number: number): string => new Intl.NumberFormat(language).format(number);

function ChangedArticle({
  change,
  languages,
  heading: Heading,
}: Pick<ComparisonProps, 'languages' | 'heading'> & { change: ArticleChange }): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  const before = 'before' in change ? change.before : undefined;
  const after = 'after' in change ? change.after : undefined;
  const number = numberIn(i18n.language, (after ?? before)?.number ?? 0);
  const was = before && after && before.number !== after.number ? before.number : undefined;
  return (
    <li className={`article article--${change.type}`}>
      <p className="row">
        <strong>{t('changes.article', { number })}</strong>
        {change.type !== 'same' && <span className="tag">{t(`changes.${change.type}`)}</span>}
        {was !== undefined && (
          <span className="small soft">{t('changes.was', { number: numberIn(i18n.language, was) })}</span>
        )}
      </p>
      <FacingTexts
        languages={languages}
        page={(language) => (
          <>
            <Heading>
              <ChangedText before={before?.title[language]} after={after?.title[language]} />
            </Heading>
            <p className="article__body">
              <ChangedText before={before?.body[language]} after={after?.body[language]} />
            </p>
          </>
        )}
      />
    </li>
  );
}

/** A text of an article as it changes; one that stands in one version only is shown as it is. */
function ChangedText({ before, after }: { before: string | undefined; after: string | undefined }): ReactNode {
  if (before === undefined || after === undefined) return after ?? before ?? '';
  return <ChangedWords words={wordChanges(before, after)} />;
}
