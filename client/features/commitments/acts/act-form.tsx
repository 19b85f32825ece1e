import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorOf, useFocusOnError, type ErrorOf } from '../../../lib/field-errors';
import { useActKey } from '../../../lib/use-act-key';
import type { KeptForm } from '../../../lib/use-kept-form';
import { useAnnounce } from '../../../ui/announcer';
import { FormFoot } from '../../../ui/form-foot';
import { Problem } from '../../../ui/states';
import { useCommitmentAct, type CommitmentAct } from './acts-api';

/** What every form of this page is given. */
export interface ActPlace {
  readonly dyad: string;
  readonly commitment: string;
  /** The languages of both sides; first the one that the reader writes in. */
  readonly languages: readonly string[];
}

interface ActFormProps extends ActPlace {
  readonly title: ReactNode;
  readonly form: KeptForm<object>;
  /** What would be sent; none when something in the fields cannot be sent. */
  readonly act: CommitmentAct | undefined;
  readonly action: string;
  readonly children: (errorOf: ErrorOf) => ReactNode;
}

/** One thing that one can say, folded away until it is wished for; what was filled in stays on the device until it is sent. */
export function ActForm(props: ActFormProps): ReactNode {
  const { dyad, commitment, title, form, act, action, children } = props;
  const { t } = useTranslation('commitment-acts');
  const [open, setOpen] = useState(form.begun);
  const send = useCommitmentAct(dyad, commitment);
  const announce = useAnnounce();
  const keyOf = useActKey();
  const errorOf = useErrorOf(send.error);
  const ref = useFocusOnError(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (act === undefined) return announce(t('look_again'));
    const sent = () => {
      form.forget();
      setOpen(false);
      announce(t('sent'));
    };
    void send.mutateAsync({ act, key: keyOf(act) }).then(sent, () => undefined);
  };
  return (
    <details className="sheet act-form" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {open && (
        <form ref={ref} className="stack proposal" noValidate onSubmit={submit}>
          {children(errorOf)}
          {send.error && <Problem error={send.error} />}
          <FormFoot form={form} busy={send.isPending} action={action} />
        </form>
      )}
    </details>
  );
}
