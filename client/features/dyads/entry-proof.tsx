import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LogView } from '../../../shared/record/log.contract.js';
import type { RecordEntry } from '../../../shared/record/record.contract.js';

/** Who has seen the entry so far, and the way to its proof. */
export function EntryProof({ entry: { dyad, seq }, log }: { entry: RecordEntry; log: LogView }): ReactNode {
  const { t } = useTranslation('verify');
  const isWitnessed = seq < (log.witnessedSize ?? 0);
  return (
    <span className="ledger__proof small">
      <span className="soft" data-witnessed={isWitnessed}>
        {isWitnessed ? t('standing.witnessed') : t('standing.recorded')}
      </span>
      <Link className="no-print" to={`/d/${dyad}/record/${seq}`} aria-label={t('proof.keep_of', { number: seq })}>
        {t('proof.keep')}
      </Link>
    </span>
  );
}
