import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementBrief } from '../../../../shared/statements/statement.schema.js';

/** Says to those who draft that moderators keep the statement from everybody else, and why. */
export function WithheldNote({ withheld }: { withheld: NonNullable<StatementBrief['withheld']> }): ReactNode {
  const { t } = useTranslation(['statements', 'moderation']);
  const reason = withheld.reason === null ? '' : t(`moderation:reason.${withheld.reason}`);
  return <p className="notice notice--caution">{t(`withheld.${withheld.how}`, { reason })}</p>;
}
