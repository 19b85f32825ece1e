import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sides, type Side } from '../../../shared/access/actor.js';
import { useShortcuts } from '../../lib/use-shortcuts';
import { ActKey } from '../../ui/act-key';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import type { SideName } from '../../ui/member-name';
import { Problem } from '../../ui/states';
import { useOwnDuty, useRoster } from './duty';
import type { Moderator } from './possible-acts';

interface DutyProps {
  readonly dyad: string;
  readonly me: Moderator;
  readonly sideName: SideName;
}

/** One's own side first, for whoever reads it. */
const ordered = (me: Moderator): Side[] =>
  sides.toSorted(
    (one, other) =>
      Number(one === 'neutral') - Number(other === 'neutral') || Number(other === me.side) - Number(one === me.side),
  );

/** Who can be asked for keys now, side by side; and whether one can be asked oneself. */
export function DutyLine({ dyad, me, sideName }: DutyProps): ReactNode {
  const { t } = useTranslation('moderation');
  const announce = useAnnounce();
  const { data: roster } = useRoster(dyad);
  const duty = useOwnDuty(dyad);
  const onCall = roster?.find(({ moderator }) => moderator.id === me.id)?.onCall ?? false;
  const change = () => {
    if (roster && !duty.isPending)
      duty.mutate(!onCall, { onSuccess: (now) => announce(now.onCall ? t('duty.is_on_call') : t('duty.is_away')) });
  };
  useShortcuts({ duty: change });
  if (!roster) return null;
  const countOf = (side: Side): number => roster.filter((one) => one.onCall && one.moderator.side === side).length;
  return (
    <section aria-label={t('duty.title')} className="desk-duty">
      <div className="row">
        <Button busy={duty.isPending} onClick={change}>
          {onCall ? t('duty.go_away') : t('duty.go_on_call')} <ActKey act="duty" />
        </Button>
        <span className="small">{onCall ? t('duty.is_on_call') : t('duty.is_away')}</span>
      </div>
      <ul className="plain-list small soft desk-duty__sides">
        {ordered(me).map((side) => (
          <li key={side}>{t('duty.on_call', { side: sideName(side), count: countOf(side) })}</li>
        ))}
      </ul>
      {duty.error && <Problem error={duty.error} />}
    </section>
  );
}
