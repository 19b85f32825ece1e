import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { charterChanges } from '../../../shared/dyads/charter-changes.js';
import type { CharterView } from '../../../shared/dyads/dyad.schema.js';
import { jointActLimits } from '../../../shared/dyads/joint-act.rules.js';
import { quorumLimits } from '../../../shared/dyads/organisation.rules.js';
import type { ErrorOf } from '../../lib/field-errors';
import { newKey } from '../../lib/idempotency';
import { useKeptForm, type KeptForm } from '../../lib/use-kept-form';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Loading, Problem } from '../../ui/states';
import { useCharter } from './api';
import { CharterArticleFields } from './charter-article-fields';
import { CharterComparison } from './charter-comparison';
import { articlesOf, draftOf, moved, replaced, withNew, type DraftArticle } from './charter-draft';
import { ProposalForm } from './proposal-form';

interface ProposeCharterProps {
  readonly dyad: string;
  readonly languages: readonly string[];
  readonly onSent: () => void;
}

/** A new version of the charter, begun from the one in force. */
export function ProposeCharter(props: ProposeCharterProps): ReactNode {
  const charter = useCharter(props.dyad);
  if (charter.error) return <Problem error={charter.error} retry={() => void charter.refetch()} />;
  if (!charter.data) return <Loading />;
  return <CharterForm key={charter.data.version} {...props} charter={charter.data} />;
}

interface CharterValues {
  readonly version: number;
  readonly articles: readonly DraftArticle[];
  readonly quorum: string;
  readonly reason: string;
}

function CharterForm({ dyad, languages, onSent, charter }: ProposeCharterProps & { charter: CharterView }): ReactNode {
  const { t } = useTranslation('dyads');
  const form = useKeptForm<CharterValues>(`${dyad}.act.charter`, {
    version: charter.version,
    articles: draftOf(charter.articles),
    quorum: String(charter.quorum),
    reason: '',
  });
  const articles = articlesOf(form.values.articles, charter.articles, languages);
  const quorum = Number(form.values.quorum);
  const differs =
    quorum !== charter.quorum ||
    charterChanges(charter.articles, articles, languages).some(({ type }) => type !== 'same');
  return (
    <ProposalForm
      dyad={dyad}
      form={form}
      proposal={{ kind: 'charter.adopt', details: { articles: articles.map((one) => ({ ...one })), quorum } }}
      obstacle={differs ? undefined : t('changes.none')}
      onSent={onSent}
    >
      {(errorOf) => (
        <>
          {form.values.version !== charter.version && (
            <p className="notice notice--caution">
              {t('forms.charter_overtaken', { before: form.values.version, now: charter.version })}
            </p>
          )}
          <p className="small soft">{t('forms.convenience')}</p>
          <ArticleList form={form} languages={languages} errorOf={errorOf} />
          <QuorumField form={form} errorOf={errorOf} />
          <section className="stack">
            <h2>{t('changes.title', { version: charter.version })}</h2>
            <CharterComparison
              heading="h3"
              before={charter.articles}
              after={articles}
              quorum={{ before: charter.quorum, after: quorum }}
              languages={languages}
            />
          </section>
        </>
      )}
    </ProposalForm>
  );
}

function QuorumField({ form, errorOf }: Pick<ArticleListProps, 'form' | 'errorOf'>): ReactNode {
  const { t } = useTranslation('organisations');
  return (
    <TextField
      label={t('form.quorum')}
      hint={t('form.quorum_hint')}
      error={errorOf('details.quorum', t('form.quorum'))}
      type="number"
      inputMode="numeric"
      min={quorumLimits.fewest}
      max={quorumLimits.most}
      value={form.values.quorum}
      onChange={({ target }) => form.change({ quorum: target.value })}
    />
  );
}

interface ArticleListProps {
  readonly form: KeptForm<CharterValues>;
  readonly languages: readonly string[];
  readonly errorOf: ErrorOf;
}

function ArticleList({ form, languages, errorOf }: ArticleListProps): ReactNode {
  const { t } = useTranslation('dyads');
  const { articles } = form.values;
  const standing = articles.filter(({ removed }) => !removed);
  const write = (next: readonly DraftArticle[]) => form.change({ articles: next });
  const add = () => write(withNew(articles, `new-${newKey()}`));
  return (
    <>
      <ol className="plain-list draft-articles">
        {articles.map((article) => (
          <li key={article.key} className={article.removed ? 'draft-article draft-article--removed' : 'draft-article'}>
            {article.removed ? (
              <p className="row small">
                <span>{t('forms.removed')}</span>
                <bdi>{languages.map((code) => article.title[code]).find(Boolean)}</bdi>
                <Button weight="quiet" onClick={() => write(replaced(articles, article.key, { removed: false }))}>
                  {t('forms.put_back')}
                </Button>
              </p>
            ) : (
              <CharterArticleFields
                article={article}
                number={standing.indexOf(article) + 1}
                of={standing.length}
                languages={languages}
                errorOf={errorOf}
                change={(part) => write(replaced(articles, article.key, part))}
                move={(by) => write(moved(articles, article.key, by))}
              />
            )}
          </li>
        ))}
      </ol>
      {standing.length < jointActLimits.articles && (
        <p>
          <Button onClick={add}>{t('forms.add_article')}</Button>
        </p>
      )}
    </>
  );
}
