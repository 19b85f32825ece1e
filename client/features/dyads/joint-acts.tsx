import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { JointActView } from '../../../shared/dyads/joint-act.schema.js';
import type { SideName } from '../../ui/member-name';
import { Empty, Loading, Problem } from '../../ui/states';
import { mayAnswer, OpenAct, PastAct } from './act-card';
import { useJointActs } from './stewards-api';

interface JointActsProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly sideName: SideName;
}

/** What waits for an answer: the reader's first, the one with the least time left before the others. */
export function OpenActs({ dyad, me, sideName }: JointActsProps): ReactNode {
  const { t } = useTranslation('dyads');
  const acts = useJointActs(dyad.slug);
  if (acts.error) return <Problem error={acts.error} retry={() => void acts.refetch()} />;
  if (!acts.data) return <Loading />;
  const open = acts.data
    .filter(({ state }) => state === 'open')
    .toSorted((one, other) => one.hoursLeft - other.hoursLeft);
  if (open.length === 0) return <Empty title={t('acts.none_open')} />;
  const group = (title: string, some: readonly JointActView[]) =>
    some.length > 0 && (
      <section className="stack">
        <h2>{title}</h2>
        {some.map((act) => (
          <OpenAct key={act.id} act={act} dyad={dyad} me={me} sideName={sideName} />
        ))}
      </section>
    );
  return (
    <>
      {group(
        t('acts.for_you'),
        open.filter((act) => mayAnswer(act, me)),
      )}
      {group(
        t('acts.for_others'),
        open.filter((act) => !mayAnswer(act, me)),
      )}
    </>
  );
}

/** What was decided or is over, folded away: a line each, and everything for those who want to read it again. */
export function PastActs({ dyad, me, sideName }: JointActsProps): ReactNode {
  const { t } = useTranslation('dyads');
  const past = useJointActs(dyad.slug).data?.filter(({ state }) => state !== 'open') ?? [];
  if (past.length === 0) return null;
  return (
    <details className="past">
      <summary>
        <h2>{t('acts.past', { count: past.length })}</h2>
      </summary>
      <ul className="plain-list">
        {past.map((act) => (
          <PastAct key={act.id} act={act} dyad={dyad} me={me} sideName={sideName} />
        ))}
      </ul>
    </details>
  );
}
