import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentView } from '../../../shared/commitments/progress.schema.js';
import { formatDay } from '../../lib/format';
import { formatScaled, formatShare } from '../../lib/numbers';
import { TextIn } from '../../ui/text-in';
import { FacingWords } from '../../ui/commitment/commitment-texts';

interface MilestoneListProps {
  readonly commitment: Pick<CommitmentView, 'milestones' | 'content'>;
  readonly languages: readonly string[];
}

type Milestone = CommitmentView['milestones'][number];

/** The steps, each with the day it was promised for, claimed, and verified, and the share of the whole that it is. */
export function MilestoneList({ commitment: { milestones, content }, languages }: MilestoneListProps): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const whole = milestones.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <section>
      <h2 id="milestones-title">{t('milestones.title')}</h2>
      <table className="milestones" aria-labelledby="milestones-title">
        <thead>
          <tr>
            <th scope="col">{t('milestones.step')}</th>
            <th scope="col">{t('milestones.due')}</th>
            <th scope="col">{t('milestones.claimed')}</th>
            <th scope="col">{t('milestones.verified')}</th>
            <th scope="col">{t('milestones.share')}</th>
          </tr>
        </thead>
        <tbody>
          {milestones.map((one) => (
            <tr key={one.number} id={`milestone-${one.number}`}>
              <th scope="row">
                <span className="milestones__number">{formatScaled(i18n.language, one.number, 0)}</span>
                <div className="milestones__what">
                  <FacingWords texts={one.title} languages={languages} erased={one.erased} />
                  {one.value !== null && (
                    <p className="small soft">
                      {t('milestones.value_is', {
                        value: formatScaled(i18n.language, one.value, content.indicator.decimals),
                      })}{' '}
                      <TextIn texts={content.indicator.unit} languages={[i18n.language, ...languages]} />
                    </p>
                  )}
                </div>
              </th>
              <Cell name={t('milestones.due')}>
                <Day day={one.due} />
                {one.missed && <span className="small milestones__note">{t('milestones.missed')}</span>}
              </Cell>
              <Cell name={t('milestones.claimed')}>
                <Claimed milestone={one} />
              </Cell>
              <Cell name={t('milestones.verified')}>
                <Day day={one.verifiedOn} />
              </Cell>
              <Cell name={t('milestones.share')}>{formatShare(i18n.language, one.weight / whole)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A cell that says on a phone, where the heads of columns are gone, what it tells. */
function Cell({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <td>
      <span className="milestones__name small soft" aria-hidden="true">
        {name}
      </span>
      <span>{children}</span>
    </td>
  );
}

function Day({ day }: { day: string | null }): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  if (day === null) return <span className="soft">{t('milestones.not_yet')}</span>;
  return <time dateTime={day}>{formatDay(i18n.language, day)}</time>;
}

/** When it was claimed, whether that was late, and how the other side stands to it. */
function Claimed({ milestone: { claimedOn, late, answer } }: { milestone: Milestone }): ReactNode {
  const { t } = useTranslation('commitments');
  return (
    <>
      <Day day={claimedOn} />
      {late && <span className="small milestones__note">{t('milestones.late')}</span>}
      {answer !== null && <span className="small milestones__note">{t(`answer.${answer}`)}</span>}
    </>
  );
}
