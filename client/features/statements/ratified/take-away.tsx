import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from '../../../../shared/language/language.js';
import type { FileFormat } from '../../../../shared/statements/export/file-formats.rules.js';
import { addressOf } from '../../../lib/api-client';
import { Button } from '../../../ui/button';
import { Loading, Problem } from '../../../ui/states';
import { useRatifiedFiles, type RatifiedFile } from './api';

interface TakeAwayProps {
  readonly dyad: string;
  readonly statement: string;
  /** The language of the reader, whose text stands first in the file as well. */
  readonly reader: string;
}

/** The statement as files, with their sizes, and on paper. */
export function TakeAway({ dyad, statement, reader }: TakeAwayProps): ReactNode {
  const { t } = useTranslation('ratified');
  const language: Language = isLanguage(reader) ? reader : 'en';
  const files = useRatifiedFiles(dyad, statement, language);
  return (
    <section className="no-print" id="take">
      <h2>{t('take.title')}</h2>
      {files.error && <Problem error={files.error} retry={() => void files.refetch()} />}
      {files.isPending && <Loading />}
      <ul className="plain-list take">
        {files.data?.map((file) => (
          <li key={file.format}>
            <a href={addressOf(routes[file.format], { params: { dyad, statement }, query: { language } })} download>
              {t(`take.${file.format}`)}
            </a>
            <Size file={file} />
          </li>
        ))}
      </ul>
      {files.data && !files.data.some(({ format }) => format === 'pdf') && (
        <p className="small soft">{t('take.no_pdf')}</p>
      )}
      <p>
        <Button onClick={() => window.print()}>{t('take.print')}</Button>
      </p>
    </section>
  );
}

const routes = {
  pdf: 'GET /api/dyads/:dyad/statements/:statement/ratified.pdf',
  html: 'GET /api/dyads/:dyad/statements/:statement/ratified.html',
  md: 'GET /api/dyads/:dyad/statements/:statement/ratified.md',
  json: 'GET /api/dyads/:dyad/statements/:statement/ratified.json',
} as const satisfies Record<FileFormat, string>;

function Size({ file }: { file: RatifiedFile }): ReactNode {
  const { t, i18n } = useTranslation('ratified');
  if (file.bytes === null) return <span className="small soft">{t('take.on_demand')}</span>;
  const size = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(file.bytes / 1000);
  return <span className="small soft">{t('take.size', { size })}</span>;
}
