import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementView } from '../../../../shared/statements/statement.schema.js';

/** Says to those who draft that moderators keep the statement from everybody else, and why; or that they are deciding. */
export function WithheldNote({ withheld, decidedOn }: Pick<StatementView, 'withheld' | 'decidedOn'>): ReactNode {
  const { t } = useTranslation(['statements', 'moderation']);
  if (!withheld) return decidedOn && <p className="notice notice--caution">{t('decided_on')}</p>;
  const reason = withheld.reason === null ? '' : t(`moderation:reason.${withheld.reason}`);
  return <p className="notice notice--caution">{t(`withheld.${withheld.how}`, { reason })}</p>;
}
