import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { Empty, Loading, Problem } from '../../ui/states';
import { mayAnswer, OpenAct, PastAct } from './act-card';
import type { SideName } from './member-name';
import { useJointActs } from './stewards-api';

interface JointActsProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly sideName: SideName;
}

/** What stewards proposed: what waits for the reader's answer first, then what waits for others, and what is over last. */
export function JointActList({ dyad, me, sideName }: JointActsProps): ReactNode {
  const { t } = useTranslation('dyads');
  const acts = useJointActs(dyad.slug);
  if (acts.error) return <Problem error={acts.error} retry={() => void acts.refetch()} />;
  if (!acts.data) return <Loading />;
  const open = acts.data
    .filter(({ state }) => state === 'open')
    .toSorted((one, other) => one.hoursLeft - other.hoursLeft);
  const past = acts.data.filter(({ state }) => state !== 'open');
  const mine = open.filter((act) => mayAnswer(act, me));
  const others = open.filter((act) => !mayAnswer(act, me));
  const given = { dyad, me, sideName };
  return (
    <>
      {open.length === 0 && <Empty title={t('acts.none_open')} />}
      {mine.length > 0 && (
        <section className="stack">
          <h2>{t('acts.for_you')}</h2>
          {mine.map((act) => (
            <OpenAct key={act.id} act={act} {...given} />
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section className="stack">
          <h2>{t('acts.for_others')}</h2>
          {others.map((act) => (
            <OpenAct key={act.id} act={act} {...given} />
          ))}
        </section>
      )}
      {past.length > 0 && (
        <details className="past">
          <summary>
            <h2>{t('acts.past', { count: past.length })}</h2>
          </summary>
          <ul className="plain-list">
            {past.map((act) => (
              <PastAct key={act.id} act={act} {...given} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
