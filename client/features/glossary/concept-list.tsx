import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { namesOf, termStatuses } from '../../../shared/translation/glossary.rules.js';
import type { ConceptView } from '../../../shared/translation/glossary.schema.js';
import { formatDay } from '../../lib/format';
import { ConceptPages } from '../../ui/concept-pages';
import { SelectField, TextField } from '../../ui/field';
import { Empty } from '../../ui/states';
import { Texts } from '../../ui/texts';
import { soughtConcepts, type Sought } from './sought-concepts';
import './glossary.css';

interface ConceptListProps {
  readonly concepts: readonly ConceptView[];
  /** The languages of both sides, in the order in which they stand for this reader. */
  readonly languages: readonly string[];
  /** What a page sets beneath an entry: what this reader can propose about it. */
  readonly actions: (concept: ConceptView) => ReactNode;
}

/** The entries of a glossary, and a way to look for words among them. */
export function ConceptList({ concepts, languages, actions }: ConceptListProps): ReactNode {
  const { t } = useTranslation('glossary');
  const [sought, seek] = useState<Sought>({ words: '', status: undefined });
  const found = soughtConcepts(concepts, sought, languages);
  return (
    <div className="stack">
      <Filter sought={sought} seek={seek} />
      <p role="status" className="small soft">
        {t('found', { count: found.length })}
      </p>
      {found.length === 0 && <Empty title={t('none_found')} />}
      {found.map((concept) => (
        <Entry key={concept.id} concept={concept} languages={languages}>
          {actions(concept)}
        </Entry>
      ))}
    </div>
  );
}

function Filter({ sought, seek }: { sought: Sought; seek: (sought: Sought) => void }): ReactNode {
  const { t } = useTranslation('glossary');
  const options = termStatuses.map((status) => ({
    value: status,
    label: t('with_status', { status: t(`status.${status}`) }),
  }));
  return (
    <search className="glossary-filter no-print">
      <TextField
        label={t('search')}
        type="search"
        dir="auto"
        value={sought.words}
        onChange={({ target }) => seek({ ...sought, words: target.value })}
      />
      <SelectField
        label={t('show')}
        hint={sought.status && t(`status_what.${sought.status}`)}
        value={sought.status ?? ''}
        options={[{ value: '', label: t('all') }, ...options]}
        onChange={({ target }) => seek({ ...sought, status: termStatuses.find((status) => status === target.value) })}
      />
    </search>
  );
}

interface EntryProps {
  readonly concept: ConceptView;
  readonly languages: readonly string[];
  readonly children: ReactNode;
}

function Entry({ concept, languages, children }: EntryProps): ReactNode {
  const { t, i18n } = useTranslation('glossary');
  const { id, revision, changedOn, terms } = concept;
  return (
    <article className="sheet glossary-entry" id={`concept-${id}`} aria-labelledby={`name-${id}`}>
      <h2 id={`name-${id}`} className="visually-hidden">
        <Texts texts={namesOf(terms)} />
      </h2>
      <ConceptPages content={concept} languages={languages} />
      <footer className="row small soft glossary-entry__foot">
        <a href={`#concept-${id}`} title={t('entry_link')}>
          {t('version', { version: revision, day: formatDay(i18n.language, changedOn) })}
        </a>
        {children}
      </footer>
    </article>
  );
}
