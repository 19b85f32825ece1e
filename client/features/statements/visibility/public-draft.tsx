import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicDraft } from '../../../../shared/statements/visibility.schema.js';
import { languageName } from '../../../lib/format';
import { ClauseStateLine } from '../clause-state-line';
import { TextView } from '../text-view';
import '../statements.css';

interface PublicDraftPagesProps {
  readonly draft: PublicDraft;
  /** The language whose text stands first for this reader, when it is one of the two. */
  readonly reader: string;
  readonly sideName: (side: 'a' | 'b' | 'neutral') => string;
}

/** A draft as everybody may read it: both texts of each clause as facing pages, and how far it is. */
export function PublicDraftPages({ draft, reader, sideName }: PublicDraftPagesProps): ReactNode {
  const { t, i18n } = useTranslation('statements');
  const { languages } = draft;
  const sides = (['a', 'b'] as const).toSorted(
    (one, other) => Number(languages[other] === reader) - Number(languages[one] === reader),
  );
  return (
    <div className="clauses">
      {draft.clauses.map((clause, at) => (
        <article key={clause.id} className="clause sheet" id={`clause-${clause.id}`}>
          <header className="clause__head">
            <h2>{t('clause.number', { number: at + 1 })}</h2>
            <ClauseStateLine clause={clause} sideName={sideName} />
          </header>
          <div className="clause__pages">
            {sides.map((side) => (
              <section key={side} className="clause__page">
                <p className="small soft">{languageName(i18n.language, languages[side])}</p>
                <TextView text={clause.texts[side]} language={languages[side]} />
              </section>
            ))}
          </div>
        </article>
      ))}
    </div>
  );
}
