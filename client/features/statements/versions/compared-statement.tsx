import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isSame,
  statementChanges,
  type ClauseChange,
  type ClauseOf,
} from '../../../../shared/statements/statement-changes.js';
import { ComparedText } from './compared-text';
import { FacingSides } from './facing-sides';

interface ComparedStatementProps {
  readonly before: readonly ClauseOf[];
  readonly after: readonly ClauseOf[];
  readonly languageOf: { readonly a: string; readonly b: string };
  /** The language whose text stands first for this reader. */
  readonly own: string;
  /** What is said when nothing changed. */
  readonly same?: string;
}

/** What changed between two states of a statement, in both languages; what stayed is folded away. */
export function ComparedStatement({ before, after, languageOf, own, same }: ComparedStatementProps): ReactNode {
  const { t } = useTranslation('statement-versions');
  const changes = statementChanges(before, after);
  if (isSame(changes)) return <p role="status">{same ?? t('compare.none')}</p>;
  const told = changes.filter((one) => !isKept(one));
  const kept = changes.filter(isKept);
  return (
    <div className="stack">
      {told.map((change) => (
        <ComparedClause key={idOf(change)} change={change} languageOf={languageOf} own={own} />
      ))}
      {kept.length > 0 && (
        <details>
          <summary>{t('compare.same', { count: kept.length })}</summary>
          <div className="stack">
            {kept.map((change) => (
              <ComparedClause key={idOf(change)} change={change} languageOf={languageOf} own={own} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

const isKept = (change: ClauseChange): boolean => change.type === 'kept' && !change.changed && !change.moved;

const idOf = (change: ClauseChange): string => ('after' in change ? change.after.id : change.before.id);

type ClauseProps = Pick<ComparedStatementProps, 'languageOf' | 'own'> & { readonly change: ClauseChange };

function ComparedClause({ change, languageOf, own }: ClauseProps): ReactNode {
  const { t } = useTranslation(['statement-versions', 'statements']);
  const before = 'before' in change ? change.before : undefined;
  const after = 'after' in change ? change.after : undefined;
  const what = wordsFor(change);
  return (
    <article className="clause sheet">
      <header className="clause__head">
        <h3>{t('statements:clause.number', { number: (after ?? before)?.number ?? 0 })}</h3>
        <p className="row small">
          {what.map((one) => (
            <span key={one} className="tag">
              {t(`compare.${one}`)}
            </span>
          ))}
          {before && after && before.number !== after.number && (
            <span className="soft">{t('compare.was', { number: before.number })}</span>
          )}
        </p>
      </header>
      <FacingSides
        languageOf={languageOf}
        own={own}
        page={(side) => <ComparedText before={before?.texts[side] ?? []} after={after?.texts[side] ?? []} />}
      />
    </article>
  );
}

function wordsFor(change: ClauseChange): ('added' | 'removed' | 'changed' | 'moved')[] {
  if (change.type !== 'kept') return [change.type];
  return [...(change.changed ? ['changed' as const] : []), ...(change.moved ? ['moved' as const] : [])];
}
