import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../lib/format';
import { Button } from '../../../ui/button';
import { Problem } from '../../../ui/states';
import { useRatificationAct } from './api';
import { DeclineForm } from './decline-form';
import { Hash } from './hash';
import type { PanelProps } from './panel-props';
import { SignForm } from './sign-form';
import { Words } from './words';

/** While organisations sign: until when, who said what, and what the reader may say for an organisation. */
export function Signing(props: PanelProps): ReactNode {
  const { t, i18n } = useTranslation('ratification');
  const { view } = props;
  const { round } = view;
  if (!round) return null;
  const spoken = new Set(round.words.map(({ organisation }) => organisation.id));
  const mine = view.signsFor.filter(({ id }) => !spoken.has(id));
  return (
    <>
      <p>{t('signing.until', { day: formatDay(i18n.language, round.endsOn), count: round.quorum })}</p>
      <Words {...props} round={round} />
      <Hash hash={round.hash} />
      {mine.map((organisation) => (
        <div key={organisation.id} className="stack">
          <SignForm {...props} round={round} organisation={organisation} kind="sign" />
          <DeclineForm {...props} round={round} organisation={organisation} />
        </div>
      ))}
      <TakeBack {...props} hash={round.hash} takenBack={round.takenBack} />
    </>
  );
}

/** Drafters of both sides together can have the statement back. */
function TakeBack(props: PanelProps & { hash: string; takenBack: readonly ('a' | 'b')[] }): ReactNode {
  const { t } = useTranslation('ratification');
  const { dyad, statement, me, hash, takenBack, sideName } = props;
  const act = useRatificationAct(dyad, statement);
  const mayTake = me.roles.includes('drafter') && me.side !== 'neutral' && !takenBack.some((side) => side === me.side);
  return (
    <>
      {takenBack.map((side) => (
        <p key={side} className="notice">
          {t('signing.wanted_back', { side: sideName(side) })}
        </p>
      ))}
      {act.error && <Problem error={act.error} />}
      {mayTake && (
        <details>
          <summary>{t('signing.take_back_title')}</summary>
          <p>{t('signing.take_back_what')}</p>
          <p>
            <Button busy={act.isPending} onClick={() => act.mutate({ type: 'take_back', hash })}>
              {t('signing.take_back')}
            </Button>
          </p>
        </details>
      )}
    </>
  );
}
