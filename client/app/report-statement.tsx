import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import { kindRules } from '../../shared/moderation/content-kind.rules.js';
import type { StatementView } from '../../shared/statements/statement.schema.js';
import { Button } from '../ui/button';
import { Loading } from '../ui/states';

const ReportForm = lazy(async () => ({ default: (await import('../features/reports/report-form')).ReportForm }));

interface ReportStatementProps {
  readonly dyad: string;
  readonly statement: StatementView;
  readonly me: OwnMemberView;
}

/** Tells moderators about a statement under way; whoever drafts has other ways, and what is frozen is beyond them. */
export function ReportStatement({ dyad, statement, me }: ReportStatementProps): ReactNode {
  const { t } = useTranslation('statements');
  const [isOpen, setOpen] = useState(false);
  const { writers } = kindRules.statement;
  const isWriter = writers !== null && me.roles.includes(writers);
  if (isWriter || statement.state !== 'drafting' || statement.withheld) return null;
  return (
    <div className="no-print">
      <p>
        <Button weight="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('report')}
        </Button>
      </p>
      {isOpen && (
        <Suspense fallback={<Loading />}>
          <ReportForm dyad={dyad} kind="statement" content={statement.id} close={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
