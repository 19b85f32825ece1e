import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JointActView } from '../../../../shared/dyads/joint-act.schema.js';
import type { GlossaryImportView } from '../../../../shared/translation/glossary-files.schema.js';
import { Button } from '../../../ui/button';
import { ConceptPages } from '../../../ui/concept-pages';
import { Loading, Problem } from '../../../ui/states';
import { useGlossaryImport } from './glossary-files-api';
import './terms.css';

type Change = GlossaryImportView['changes'][number];

/** Entries that are shown at first, and with every further wish. */
const together = 10;

interface DetailsProps {
  readonly details: Extract<JointActView, { kind: 'glossary.import' }>['details'];
  readonly dyad: string;
  readonly languages: readonly string[];
}

/** All that a file would do to the glossary, entry by entry, and by what one knows that both sides read the same. */
export function GlossaryImportDetails({ details, dyad, languages }: DetailsProps): ReactNode {
  const { t } = useTranslation('glossary-files');
  return (
    <div className="stack">
      <ImportCounts counts={details} />
      <ImportedEntries dyad={dyad} id={details.import} languages={languages} />
      <p className="small soft">
        {t('import.hash')} <bdi className="import-hash">{details.hash}</bdi>
      </p>
    </div>
  );
}

/** How many entries are new, would change, stand so already, or are left out. */
export function ImportCounts({
  counts: { added, changed, unchanged, left },
}: {
  counts: Pick<DetailsProps['details'], 'added' | 'changed' | 'unchanged' | 'left'>;
}): ReactNode {
  const { t } = useTranslation(['glossary-files', 'memory']);
  return (
    <p>
      {added > 0 && t('memory:import.would_add', { count: added })}{' '}
      {changed > 0 && t('import.would_change', { count: changed })}{' '}
      {unchanged > 0 && t('import.unchanged', { count: unchanged })} {left > 0 && t('import.left', { count: left })}
    </p>
  );
}

/** The entries, some at a time: as each would be, and of one that changes as it was, too. */
export function ImportedEntries({
  dyad,
  id,
  languages,
}: {
  readonly dyad: string;
  readonly id: string;
  readonly languages: readonly string[];
}): ReactNode {
  const { t } = useTranslation('memory');
  const [shown, setShown] = useState(together);
  const read = useGlossaryImport(dyad, id);
  if (read.error) return <Problem error={read.error} retry={() => void read.refetch()} />;
  if (!read.data) return <Loading />;
  const { changes } = read.data;
  return (
    <>
      {changes.slice(0, shown).map((change, at) => (
        <ImportedEntry key={at} change={change} languages={languages} />
      ))}
      {changes.length > shown && (
        <p>
          <Button onClick={() => setShown(shown + together)}>{t('more')}</Button>
        </p>
      )}
    </>
  );
}

function ImportedEntry({ change, languages }: { change: Change; languages: readonly string[] }): ReactNode {
  const { t } = useTranslation(['glossary-files', 'dyads']);
  if (change.type === 'added')
    return (
      <section className="term-state">
        <p className="small soft">{t('import.new')}</p>
        <ConceptPages content={change} languages={languages} complete />
      </section>
    );
  return (
    <section className="term-state">
      <p className="small soft">{t('import.changed')}</p>
      <p className="small soft">{t('dyads:acts.mode_from')}</p>
      <ConceptPages content={change.from} languages={languages} complete />
      <p className="small soft">{t('dyads:acts.mode_to')}</p>
      <ConceptPages content={change} languages={languages} complete />
    </section>
  );
}
