import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FailureCode } from '../../../shared/contract/failure.js';
import { useFirstFocus } from '../../lib/use-first-focus';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Problem } from '../../ui/states';
import * as account from './api';
import { useFailureAt } from './use-failure-at';

interface AgainProps {
  /** Called once it is proved: what was refused is tried again. */
  readonly retry: () => void;
}

export function PasswordAgain({ retry }: AgainProps): ReactNode {
  const { t } = useTranslation('account');
  return (
    <Secret
      label={t('account.password_again')}
      type="password"
      autoComplete="current-password"
      refusal="sign_in.refused"
      prove={account.confirmPassword}
      retry={retry}
    />
  );
}

export function CodeAgain({ retry }: AgainProps): ReactNode {
  const { t } = useTranslation('account');
  return (
    <Secret
      label={t('sign_in.code')}
      type="text"
      autoComplete="one-time-code"
      refusal="sign_in.code_refused"
      prove={account.confirmCode}
      retry={retry}
    />
  );
}

interface SecretProps extends AgainProps {
  readonly label: string;
  readonly type: 'password' | 'text';
  readonly autoComplete: string;
  /** The failure that belongs beside the field. */
  readonly refusal: FailureCode;
  readonly prove: (secret: string) => Promise<unknown>;
}

function Secret({ label, type, autoComplete, refusal, prove, retry }: SecretProps): ReactNode {
  const { t } = useTranslation('account');
  const [secret, setSecret] = useState('');
  const confirm = account.useAccountChange(prove);
  const failure = useFailureAt(confirm.error, { [refusal]: 'secret' });
  const first = useFirstFocus<HTMLInputElement>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(secret.trim(), { onSuccess: retry });
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <TextField
        ref={first}
        label={label}
        error={failure.at('secret')}
        type={type}
        dir="ltr"
        autoComplete={autoComplete}
        value={secret}
        onChange={({ target }) => setSecret(target.value)}
      />
      {failure.rest !== undefined && <Problem error={failure.rest} />}
      <p>
        <Button type="submit" weight="main" busy={confirm.isPending}>
          {t('sign_in.confirm')}
        </Button>
      </p>
    </form>
  );
}

export function PasskeyAgain({ retry }: AgainProps): ReactNode {
  const { t } = useTranslation('account');
  const confirm = account.useAccountChange(account.confirmPasskey);
  return (
    <>
      <p>
        <Button weight="main" busy={confirm.isPending} onClick={() => confirm.mutate(undefined, { onSuccess: retry })}>
          {t('sign_in.passkey')}
        </Button>
      </p>
      {confirm.error && (
        <p role="alert" className="soft">
          {t('sign_in.passkey_failed')}
        </p>
      )}
    </>
  );
}
