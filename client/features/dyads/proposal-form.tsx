import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { jointActLimits } from '../../../shared/dyads/joint-act.rules.js';
import { useErrorOf, useFocusOnError, type ErrorOf } from '../../lib/field-errors';
import { useActKey } from '../../lib/use-act-key';
import type { KeptForm } from '../../lib/use-kept-form';
import { useAnnounce } from '../../ui/announcer';
import { TextArea } from '../../ui/field';
import { FormFoot } from '../../ui/form-foot';
import { Problem } from '../../ui/states';
import { useProposeJointAct, type ActProposal } from './stewards-api';

export interface ProposalFormProps<Values extends { readonly reason: string }> {
  readonly dyad: string;
  readonly form: KeptForm<Values>;
  readonly proposal: ActProposal;
  /** Why it cannot be proposed as it is, where the page knows before the server. */
  readonly obstacle?: string | undefined;
  readonly onSent: () => void;
  readonly children: (errorOf: ErrorOf) => ReactNode;
}

/** What every proposal has: its own fields, the reason that both sides read, and what happens next. */
export function ProposalForm<Values extends { readonly reason: string }>(props: ProposalFormProps<Values>): ReactNode {
  const { dyad, form, proposal, obstacle, onSent, children } = props;
  const { t } = useTranslation('dyads');
  const propose = useProposeJointAct(dyad);
  const announce = useAnnounce();
  const keyOf = useActKey();
  const errorOf = useErrorOf(propose.error);
  const ref = useFocusOnError(propose.error);
  const { reason } = form.values;
  const { minimum, maximum } = jointActLimits.reason;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (obstacle !== undefined) return announce(obstacle);
    const content = { ...proposal, reason };
    const sent = () => {
      form.forget();
      announce(t('forms.proposed'));
      onSent();
    };
    void propose.mutateAsync({ ...content, key: keyOf(content) }).then(sent, () => undefined);
  };
  return (
    <form ref={ref} className="stack proposal" noValidate onSubmit={submit}>
      {children(errorOf)}
      <TextArea
        label={t('forms.reason')}
        hint={t('forms.reason_hint', { minimum })}
        error={errorOf('reason', t('forms.reason'))}
        dir="auto"
        value={reason}
        maxLength={maximum}
        onChange={({ target }) => form.change({ reason: target.value } as Partial<Values>)}
      />
      {propose.error && <Problem error={propose.error} />}
      <p className="small soft">{t('forms.next')}</p>
      <FormFoot form={form} busy={propose.isPending} action={t('forms.propose')} />
    </form>
  );
}
