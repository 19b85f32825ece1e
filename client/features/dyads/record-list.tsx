import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordEntry } from '../../../shared/record/record.contract.js';
import { formatDay, textIn } from '../../lib/format';
import { Empty } from '../../ui/states';
import './record.css';

/** Entries of the public record: a number, a day, and what was done. */
export function RecordList({ entries }: { entries: readonly RecordEntry[] }): ReactNode {
  const { t, i18n } = useTranslation(['dyads', 'forum']);
  if (entries.length === 0) return <Empty title={t('record.empty')} />;
  return (
    <ol className="plain-list record">
      {entries.map((entry) => (
        <li key={entry.seq}>
          <span className="tag">{t('record.number', { number: entry.seq })}</span>
          <span>
            {t(`record.${entry.kind}`, {
              ...said(entry, i18n.language),
              mode: typeof entry.about['mode'] === 'string' ? t(`forum:mode.${entry.about['mode']}.name`) : '',
            })}{' '}
            <time className="small soft" dateTime={entry.on}>
              {formatDay(i18n.language, entry.on)}
            </time>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The parts of an entry as a sentence can hold them, texts in the reader's language. */
const said = (entry: RecordEntry, language: string): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(entry.about).map(([name, value]) => [
      name,
      typeof value === 'object' ? textIn(value, language) : value,
    ]),
  );
