import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '../../../../shared/dyads/dyad.schema.js';
import type { HistoryStep } from '../../../../shared/statements/history.schema.js';
import { formatDay } from '../../../lib/format';
import { Button } from '../../../ui/button';
import { Person, type SideName } from './people';

interface StepTableProps {
  readonly steps: readonly HistoryStep[];
  readonly people: readonly MemberView[];
  readonly sideName: SideName;
  readonly onStep: (number: number) => void;
}

/** The steps in numbers and names, for those who would rather read than watch. */
export function StepTable({ steps, people, sideName, onStep }: StepTableProps): ReactNode {
  const { t, i18n } = useTranslation('statement-versions');
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('play.table')}>
      <table className="steps">
        <thead>
          <tr>
            <th scope="col">{t('play.slider')}</th>
            <th scope="col">{t('play.day')}</th>
            <th scope="col">{t('play.who')}</th>
            <th scope="col">{t('play.where')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.number}>
              <td>
                <Button weight="quiet" onClick={() => onStep(step.number)}>
                  {step.number}
                </Button>
              </td>
              <td>
                <time dateTime={step.on}>{formatDay(i18n.language, step.on)}</time>
              </td>
              <td>
                <Writers step={step} people={people} sideName={sideName} />
              </td>
              <td>{step.clauses.map(({ id }) => step.order.indexOf(id) + 1).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type WritersProps = Pick<StepTableProps, 'people' | 'sideName'> & { readonly step: HistoryStep };

/** Who wrote in a step. */
export function Writers({ step, people, sideName }: WritersProps): ReactNode {
  const { t } = useTranslation('statement-versions');
  const writers = people.filter(({ id }) => step.by.includes(id));
  if (writers.length === 0) return t('play.begun');
  return (
    <span className="row">
      {writers.map((one) => (
        <Person key={one.id} of={one} sideName={sideName} />
      ))}
    </span>
  );
}
