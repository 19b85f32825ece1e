import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFirstFocus } from '../../lib/use-first-focus';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Problem } from '../../ui/states';
import { beginTotp, confirmTotp, useAccountChange } from './api';
import { QrCode } from './qr-code';
import { RecoveryCodes } from './recovery-codes';
import { Refusal } from './refusal';
import { useFailureAt } from './use-failure-at';

/** Setting up one-time codes: a picture for the app, a first code as proof, and recovery codes to keep on paper. */
export function TotpSetUp({ isOn }: { isOn: boolean }): ReactNode {
  const { t } = useTranslation('account');
  const begin = useAccountChange(beginTotp);
  const confirm = useAccountChange(confirmTotp);
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} />;
  if (isOn) return null;
  if (begin.data)
    return <FirstCode begun={begin.data} error={confirm.error} busy={confirm.isPending} confirm={confirm.mutate} />;
  return (
    <>
      <p>
        <Button busy={begin.isPending} onClick={() => begin.mutate(undefined)}>
          {t('totp.begin')}
        </Button>
      </p>
      <Refusal error={begin.error} retry={() => begin.mutate(undefined)} />
    </>
  );
}

interface FirstCodeProps {
  readonly begun: { readonly secret: string; readonly picture: readonly string[] };
  readonly error: unknown;
  readonly busy: boolean;
  readonly confirm: (code: string) => void;
}

function FirstCode({ begun, error, busy, confirm }: FirstCodeProps): ReactNode {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const failure = useFailureAt(error, { 'sign_in.code_refused': 'code' });
  const first = useFirstFocus<HTMLInputElement>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm(code);
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <QrCode rows={begun.picture} label={t('totp.picture')} />
      <p>
        {t('totp.by_hand')}{' '}
        <code className="invitation-link" dir="ltr">
          {begun.secret}
        </code>
      </p>
      <TextField
        ref={first}
        label={t('totp.first_code')}
        error={failure.at('code')}
        inputMode="numeric"
        dir="ltr"
        autoComplete="one-time-code"
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      {failure.rest !== undefined && <Problem error={failure.rest} />}
      <p>
        <Button type="submit" weight="main" busy={busy}>
          {t('sign_in.confirm')}
        </Button>
      </p>
    </form>
  );
}
