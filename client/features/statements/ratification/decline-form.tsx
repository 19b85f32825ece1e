import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import { directionOf } from '../../../../shared/language/language.js';
import { ratificationLimits } from '../../../../shared/statements/ratification.rules.js';
import type { RoundView } from '../../../../shared/statements/ratification.schema.js';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/field';
import { useFieldSentence } from '../../../ui/states';
import { Sentence } from '../../../ui/texts';
import { useRatificationAct } from './api';
import type { PanelProps } from './panel-props';

interface DeclineFormProps extends PanelProps {
  readonly round: RoundView;
  readonly organisation: OrganisationBrief;
}

/** Saying for an organisation that it does not sign, with the reason in the words of who says it. */
export function DeclineForm(props: DeclineFormProps): ReactNode {
  const { dyad, statement, round, organisation, me, refusal } = props;
  const { t } = useTranslation('ratification');
  const act = useRatificationAct(dyad, statement);
  const problemOf = useFieldSentence(act.error);
  const [reason, setReason] = useState('');
  const { minimum, maximum } = ratificationLimits.reason;
  const body = { organisation: organisation.id, hash: round.hash, reason, language: me.writesIn };
  const send = () => act.mutate({ type: 'decline', body });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <details className="speaking">
      <summary>
        <Sentence texts={{ organisation: organisation.name }} say={(places) => t('decline.title', places)} />
      </summary>
      <form className="stack" noValidate onSubmit={submit}>
        <TextArea
          label={t('decline.reason')}
          hint={t('decline.reason_hint', { minimum })}
          error={problemOf('reason')}
          lang={me.writesIn}
          dir={directionOf(me.writesIn)}
          maxLength={maximum}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {act.error && refusal(act.error, send)}
        <p>
          <Button type="submit" busy={act.isPending}>
            {t('decline.action')}
          </Button>
        </p>
      </form>
    </details>
  );
}
