import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signingDays } from '../../../../shared/statements/ratification.rules.js';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Problem, useFieldSentence } from '../../../ui/states';
import { useRatificationAct } from './api';
import { Hash } from './hash';
import type { PanelProps } from './panel-props';

/** Two keys to freeze: one side proposes until when organisations may sign, the other seconds it. */
export function Freeze(props: PanelProps): ReactNode {
  const { t } = useTranslation('ratification');
  const { view, me, sideName } = props;
  const { hash, proposal, quorum, organisations } = view;
  const mayFreeze = me.roles.includes('drafter') && me.side !== 'neutral';
  if (hash === null) return <p className="soft">{t('freeze.not_yet')}</p>;
  const isShort = Math.min(organisations.a, organisations.b) < quorum;
  return (
    <>
      <p>{t('freeze.what', { count: quorum })}</p>
      {isShort && <p className="notice">{t('freeze.too_few')}</p>}
      <Hash hash={hash} />
      {proposal && (
        <p className="notice">{t('freeze.proposed', { side: sideName(proposal.side), count: proposal.days })}</p>
      )}
      {mayFreeze && !isShort && proposal && proposal.side !== me.side && (
        <Second {...props} hash={hash} days={proposal.days} />
      )}
      {mayFreeze && !isShort && <Propose {...props} hash={hash} isAnother={proposal !== null} />}
    </>
  );
}

function Second({ dyad, statement, hash, days }: PanelProps & { hash: string; days: number }): ReactNode {
  const { t } = useTranslation('ratification');
  const act = useRatificationAct(dyad, statement);
  return (
    <>
      {act.error && <Problem error={act.error} />}
      <p>
        <Button weight="main" busy={act.isPending} onClick={() => act.mutate({ type: 'second', body: { hash, days } })}>
          {t('freeze.second')}
        </Button>
      </p>
    </>
  );
}

function Propose({ dyad, statement, hash, isAnother }: PanelProps & { hash: string; isAnother: boolean }): ReactNode {
  const { t } = useTranslation('ratification');
  const act = useRatificationAct(dyad, statement);
  const [days, setDays] = useState(String(signingDays.usual));
  const problemOf = useFieldSentence(act.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ type: 'propose', body: { hash, days: Number(days) } });
  };
  return (
    <form className="stack" noValidate onSubmit={send}>
      <TextField
        label={t('freeze.days')}
        hint={t('freeze.days_hint', { fewest: signingDays.fewest, most: signingDays.most })}
        error={problemOf('days')}
        type="number"
        inputMode="numeric"
        min={signingDays.fewest}
        max={signingDays.most}
        value={days}
        onChange={({ target }) => setDays(target.value)}
      />
      {act.error && <Problem error={act.error} />}
      <p>
        <Button type="submit" weight={isAnother ? 'plain' : 'main'} busy={act.isPending}>
          {t('freeze.propose')}
        </Button>
      </p>
    </form>
  );
}
