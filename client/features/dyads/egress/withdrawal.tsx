import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { jointActLimits } from '../../../../shared/dyads/joint-act.rules.js';
import { useErrorOf } from '../../../lib/field-errors';
import { useActKey } from '../../../lib/use-act-key';
import { useKeptForm } from '../../../lib/use-kept-form';
import { useAnnounce } from '../../../ui/announcer';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/field';
import { Problem } from '../../../ui/states';
import { useWithdrawEgress } from './egress-api';

interface WithdrawalProps {
  readonly dyad: string;
  readonly engine: string;
}

/** A side ends its consent, alone and at once, with a reason that everybody can read. */
export function Withdrawal({ dyad, engine }: WithdrawalProps): ReactNode {
  const { t } = useTranslation('egress');
  const [open, setOpen] = useState(false);
  return open ? (
    <WithdrawalForm dyad={dyad} engine={engine} close={() => setOpen(false)} />
  ) : (
    <p>
      <Button onClick={() => setOpen(true)}>{t('withdraw')}</Button>
    </p>
  );
}

function WithdrawalForm({ dyad, engine, close }: WithdrawalProps & { readonly close: () => void }): ReactNode {
  const { t } = useTranslation('egress');
  const form = useKeptForm(`${dyad}.egress.${engine}`, { reason: '' });
  const withdraw = useWithdrawEgress(dyad);
  const keyOf = useActKey();
  const announce = useAnnounce();
  const errorOf = useErrorOf(withdraw.error);
  const { minimum, maximum } = jointActLimits.reason;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const content = { engine, ...form.values };
    const sent = () => {
      form.forget();
      announce(t('was_withdrawn'));
    };
    void withdraw.mutateAsync({ ...content, key: keyOf(content) }).then(sent, () => undefined);
  };
  return (
    <form className="sheet stack" noValidate onSubmit={submit}>
      <p className="small">{t('withdraw_what')}</p>
      <TextArea
        label={t('reason')}
        hint={t('reason_hint', { minimum })}
        error={errorOf('reason', t('reason'))}
        dir="auto"
        value={form.values.reason}
        maxLength={maximum}
        onChange={({ target }) => form.change({ reason: target.value })}
      />
      {withdraw.error && <Problem error={withdraw.error} />}
      <div className="row">
        <Button type="submit" weight="main" busy={withdraw.isPending}>
          {t('withdraw')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
