import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JointActView } from '../../../../shared/dyads/joint-act.schema.js';
import { ConceptPages } from '../../../ui/concept-pages';
import './terms.css';

type TermAct = Extract<JointActView, { kind: 'term.add' | 'term.change' | 'term.retire' }>;

/** What an act does to the glossary: the entry as it would be, and of a change as it was when it was proposed, too. */
export function TermActDetails({ act, languages }: { act: TermAct; languages: readonly string[] }): ReactNode {
  const { t } = useTranslation('dyads');
  switch (act.kind) {
    case 'term.add':
      return <ConceptPages content={act.details} languages={languages} complete />;
    case 'term.retire':
      return <ConceptPages content={act.details.from} languages={languages} complete />;
    case 'term.change':
      return (
        <div className="stack">
          <section className="term-state">
            <p className="small soft">{t('acts.mode_from')}</p>
            <ConceptPages content={act.details.from} languages={languages} complete />
          </section>
          <section className="term-state">
            <p className="small soft">{t('acts.mode_to')}</p>
            <ConceptPages content={act.details} languages={languages} complete />
          </section>
        </div>
      );
  }
}
