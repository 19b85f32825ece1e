import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMemberView } from '../../../../shared/dyads/dyad.schema.js';
import { statementVisibilities, type StatementVisibility } from '../../../../shared/statements/statement.rules.js';
import { isWider } from '../../../../shared/statements/visibility.rules.js';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { SideMark } from '../../../ui/side-mark';
import { Problem } from '../../../ui/states';
import { useGiveVisibilityKey, useVisibility } from './api';

interface VisibilityLineProps {
  readonly dyad: string;
  readonly statement: string;
  readonly told: number;
  readonly me: OwnMemberView;
  readonly mayDecide: boolean;
  readonly sideName: (side: 'a' | 'b' | 'neutral') => string;
}

/** Who may read the draft now, what a side has proposed, and, for drafters, the keys to it. */
export function VisibilityLine(props: VisibilityLineProps): ReactNode {
  const { dyad, statement, told, me, mayDecide, sideName } = props;
  const { t } = useTranslation(['statement-comments', 'statements']);
  const { data } = useVisibility(dyad, statement, told);
  const give = useGiveVisibilityKey(dyad, statement);
  if (!data) return null;
  const { visibility, proposals } = data;
  return (
    <div className="visibility">
      <p className="row small soft">
        <span>{t('visibility.now', { who: t(`statements:visibility.${visibility}`) })}</span>
      </p>
      {proposals.map(({ side, visibility: wanted }) => (
        <div key={side} className="row">
          <SideMark side={side} label={sideName(side)} />
          <span>{t('visibility.proposed', { side: sideName(side), who: t(`statements:visibility.${wanted}`) })}</span>
          {mayDecide && side === me.side && (
            <Button busy={give.isPending} onClick={() => give.mutate(visibility)}>
              {t('visibility.take_back')}
            </Button>
          )}
          {mayDecide && side !== me.side && (
            <Button weight="main" busy={give.isPending} onClick={() => give.mutate(wanted)}>
              {t('visibility.agree')}
            </Button>
          )}
        </div>
      ))}
      {mayDecide && <Decide now={visibility} busy={give.isPending} give={(wanted) => give.mutate(wanted)} />}
      {give.error && <Problem error={give.error} />}
    </div>
  );
}

interface DecideProps {
  readonly now: StatementVisibility;
  readonly busy: boolean;
  readonly give: (wanted: StatementVisibility) => void;
}

function Decide({ now, busy, give }: DecideProps): ReactNode {
  const { t } = useTranslation(['statement-comments', 'statements']);
  const offered = statementVisibilities.filter((one) => one !== now);
  const [chosen, choose] = useState<StatementVisibility>();
  const wanted = chosen !== undefined && chosen !== now ? chosen : (offered[0] ?? now);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) give(wanted);
  };
  return (
    <details>
      <summary>{t('visibility.change')}</summary>
      <form className="stack" onSubmit={submit}>
        <SelectField
          label={t('visibility.who')}
          hint={t(isWider(wanted, now) ? 'visibility.wider' : 'visibility.narrower')}
          value={wanted}
          options={offered.map((value) => ({ value, label: t(`statements:visibility.${value}`) }))}
          onChange={({ target }) => choose(offered.find((one) => one === target.value))}
        />
        <p>
          <Button type="submit" busy={busy}>
            {t(isWider(wanted, now) ? 'visibility.propose' : 'visibility.narrow')}
          </Button>
        </p>
      </form>
    </details>
  );
}
