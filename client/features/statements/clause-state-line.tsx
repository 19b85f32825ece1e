import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView } from '../../../shared/statements/statement.schema.js';
import { SideMark } from '../../ui/side-mark';

interface ClauseStateLineProps {
  readonly clause: Pick<ClauseView, 'state' | 'fell'>;
  readonly sideName: (side: 'a' | 'b' | 'neutral') => string;
}

/** How far a clause is, in words; and why it is open again. */
export function ClauseStateLine({ clause, sideName }: ClauseStateLineProps): ReactNode {
  const { t } = useTranslation('statements');
  const agreed = clause.state === 'agreed_by_a' ? 'a' : clause.state === 'agreed_by_b' ? 'b' : undefined;
  return (
    <div className="clause__state small" role="status">
      <p className="row">
        {agreed && <SideMark side={agreed} label={sideName(agreed)} />}
        <span className="tag">
          {agreed ? t('clause_state.agreed_by_one', { side: sideName(agreed) }) : t(`clause_state.${clause.state}`)}
        </span>
      </p>
      {clause.fell.map((side) => (
        <p key={side} className="row soft">
          <SideMark side={side} label={sideName(side)} />
          {t('clause.fell', { side: sideName(side) })}
        </p>
      ))}
    </div>
  );
}
