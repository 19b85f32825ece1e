import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { glossaryFileLimits, glossaryFormats } from '../../../../shared/translation/glossary-files.rules.js';
import type { GlossaryFileReport } from '../../../../shared/translation/glossary-files.schema.js';
import { useKeptForm } from '../../../lib/use-kept-form';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { LeftOut } from '../../../ui/left-out';
import { Problem } from '../../../ui/states';
import { ProposalForm } from '../proposal-form';
import { useReadFile } from './glossary-files-api';
import { ImportCounts, ImportedEntries } from './glossary-import-details';
import './terms.css';

const endings = glossaryFormats.map((format) => `.${format}`);
const { bytes, concepts, fileName } = glossaryFileLimits;

interface ImportProps {
  readonly dyad: string;
  readonly languages: readonly string[];
  readonly onSent: () => void;
}

/** Has a file read beside the glossary, shows all that it would do, and proposes exactly that to the other side. */
export function GlossaryImport({ dyad, languages, onSent }: ImportProps): ReactNode {
  const { t } = useTranslation(['glossary-files', 'memory']);
  const [file, setFile] = useState<File>();
  const read = useReadFile(dyad);
  const form = useKeptForm(`${dyad}.act.glossary-import`, { reason: '' });
  const format = glossaryFormats.find((one) => file?.name.toLowerCase().endsWith(`.${one}`));
  const unfit = file && unfitness(file, format !== undefined);
  const look = async (): Promise<void> => {
    if (!file || !format) return;
    read.mutate({ format, fileName: file.name.slice(-fileName), content: await file.text() });
  };
  const proposal = read.data?.proposal;
  return (
    <details className="glossary-part">
      <summary>
        <h2>{t('import.title')}</h2>
      </summary>
      <div className="stack">
        <p className="measure">{t('import.what', { maximum: concepts })}</p>
        <TextField
          type="file"
          accept={endings.join(',')}
          label={t('memory:import.file')}
          error={unfit && t(`memory:import.${unfit}`, { endings: endings.join(' '), megabytes: bytes / 1024 ** 2 })}
          onChange={({ target }) => {
            setFile(target.files?.[0]);
            read.reset();
          }}
        />
        <div className="row">
          <Button busy={read.isPending} disabled={!file || unfit !== undefined} onClick={() => void look()}>
            {t('import.read')}
          </Button>
          <span role="status" className="small soft">
            {read.isPending && t('import.reading')}
          </span>
        </div>
        {read.error && <Problem error={read.error} />}
        {read.data && <Report report={read.data.report} isEmpty={!proposal} />}
        {proposal && (
          <ProposalForm
            dyad={dyad}
            form={form}
            proposal={{ kind: 'glossary.import', details: proposal }}
            onSent={onSent}
          >
            {() => <ImportedEntries dyad={dyad} id={proposal.import} languages={languages} />}
          </ProposalForm>
        )}
      </div>
    </details>
  );
}

/** Why a file is not even sent. */
function unfitness(file: File, hasFormat: boolean): 'too_large' | 'unknown' | undefined {
  if (file.size > bytes) return 'too_large';
  return hasFormat ? undefined : 'unknown';
}

/** What came of reading: how many of which, and why some are left out. */
function Report({ report, isEmpty }: { report: GlossaryFileReport; isEmpty: boolean }): ReactNode {
  const { t } = useTranslation('glossary-files');
  return (
    <div role="status" className="stack">
      {isEmpty && <p>{t('import.nothing')}</p>}
      <ImportCounts counts={report} />
      <LeftOut problems={report.problems.map(({ line, problem }) => ({ line, why: t(`problem.${problem}`) }))} />
    </div>
  );
}
