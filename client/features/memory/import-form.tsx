import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { interchangeLimits, type MemoryFormat } from '../../../shared/translation/interchange.rules.js';
import type { ImportReport } from '../../../shared/translation/interchange.schema.js';
import { memoryLimits } from '../../../shared/translation/memory.rules.js';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { LeftOut } from '../../ui/left-out';
import { Problem } from '../../ui/states';
import { useImport } from './api';

const formats: Readonly<Record<string, MemoryFormat>> = { tmx: 'tmx', xlf: 'xliff', xliff: 'xliff', csv: 'csv' };
const endings = Object.keys(formats).map((ending) => `.${ending}`);

const formatOf = (name: string): MemoryFormat | undefined => formats[name.split('.').at(-1)?.toLowerCase() ?? ''];

/** Brings a file into the memory: first what would come of it is shown, then it is kept. */
export function ImportForm({ dyad }: { dyad: string }): ReactNode {
  const { t } = useTranslation('memory');
  const [file, setFile] = useState<File>();
  const [isByPeople, setByPeople] = useState(false);
  const bring = useImport(dyad);
  const format = file && formatOf(file.name);
  const isTooLarge = file !== undefined && file.size > interchangeLimits.bytes;
  const report = bring.data;
  const wasTrial = bring.variables?.isTrial === true;
  const send = async (isTrial: boolean): Promise<void> => {
    if (!file || !format) return;
    const fileName = file.name.slice(-memoryLimits.fileName);
    bring.mutate({ format, fileName, content: await file.text(), isByPeople, isTrial });
  };
  const unfit = isTooLarge ? t('import.too_large', { megabytes: interchangeLimits.bytes / 1024 ** 2 }) : undefined;
  return (
    <details className="memory-part">
      <summary>
        <h2>{t('import.title')}</h2>
      </summary>
      <div className="stack">
        <p className="measure">{t('import.what')}</p>
        <TextField
          type="file"
          accept={endings.join(',')}
          label={t('import.file')}
          error={unfit ?? (file && !format ? t('import.unknown', { endings: endings.join(' ') }) : undefined)}
          onChange={({ target }) => {
            setFile(target.files?.[0]);
            bring.reset();
          }}
        />
        <label className="choice">
          <input
            type="checkbox"
            checked={isByPeople}
            onChange={({ target }) => {
              setByPeople(target.checked);
              bring.reset();
            }}
          />
          {t('import.by_people')}
        </label>
        {bring.error && <Problem error={bring.error} />}
        {report && <Report report={report} wasTrial={wasTrial} />}
        <div className="row">
          <Button busy={bring.isPending} disabled={!format || isTooLarge} onClick={() => void send(true)}>
            {t('import.trial')}
          </Button>
          {report && wasTrial && report.added > 0 && (
            <Button weight="main" busy={bring.isPending} onClick={() => void send(false)}>
              {t('import.keep', { count: report.added })}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}

function Report({ report, wasTrial }: { report: ImportReport; wasTrial: boolean }): ReactNode {
  const { t } = useTranslation('memory');
  const { added, repeated, left, problems } = report;
  return (
    <div role="status" className="stack">
      <p>
        {t(wasTrial ? 'import.would_add' : 'import.added', { count: added })}{' '}
        {repeated > 0 && t('import.repeated', { count: repeated })} {left > 0 && t('import.left', { count: left })}
      </p>
      <LeftOut problems={problems.map(({ line, problem }) => ({ line, why: t(`problem.${problem}`) }))} />
    </div>
  );
}
