import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CallFailure } from '../../lib/api-client';
import { useFirstFocus } from '../../lib/use-first-focus';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Problem } from '../../ui/states';
import * as account from './api';
import { useFailureAt } from './use-failure-at';

/** Why a change of the account was refused; when it only wants the password again, that is asked for on the spot. */
export function Refusal({ error, retry }: { error: unknown; retry: () => void }): ReactNode {
  if (!error) return null;
  if (error instanceof CallFailure && error.code === 'session.recent_sign_in_needed')
    return <PasswordAgain retry={retry} />;
  return <Problem error={error} />;
}

function PasswordAgain({ retry }: { retry: () => void }): ReactNode {
  const { t } = useTranslation('account');
  const [password, setPassword] = useState('');
  const confirm = account.useAccountChange(account.confirmPassword);
  const failure = useFailureAt(confirm.error, { 'sign_in.refused': 'password' });
  const first = useFirstFocus<HTMLInputElement>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(password, { onSuccess: retry });
  };
  return (
    <form className="notice" noValidate onSubmit={submit}>
      <div className="stack">
        <TextField
          ref={first}
          label={t('account.password_again')}
          error={failure.at('password')}
          type="password"
          dir="ltr"
          autoComplete="current-password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        {failure.rest !== undefined && <Problem error={failure.rest} />}
        <p>
          <Button type="submit" weight="main" busy={confirm.isPending}>
            {t('sign_in.confirm')}
          </Button>
        </p>
      </div>
    </form>
  );
}
