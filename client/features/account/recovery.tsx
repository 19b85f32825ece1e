import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordMinimum } from '../../../shared/identity/account.rules.js';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Problem } from '../../ui/states';
import { recoverAccount } from './api';
import { useFailureAt } from './use-failure-at';

const nothing = { login: '', code: '', password: '' };

/** A lost password: a recovery code that was kept on paper sets a new one. */
export function Recovery(): ReactNode {
  const { t } = useTranslation('account');
  const [values, setValues] = useState(nothing);
  const recover = useMutation({ mutationFn: recoverAccount });
  const failure = useFailureAt(recover.error, {
    'account.password_too_short': 'password',
    'account.password_too_common': 'password',
  });
  const field = (name: keyof typeof nothing) => ({
    value: values[name],
    error: failure.at(name),
    dir: 'ltr',
    autoCapitalize: 'none',
    spellCheck: false,
    onChange: ({ target }: { target: { value: string } }) => setValues({ ...values, [name]: target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { login, code, password } = values;
    recover.mutate(
      { login: login.trim().toLowerCase(), code: code.trim(), password },
      { onSuccess: () => setValues(nothing) },
    );
  };
  return (
    <details>
      <summary>{t('recovery.title')}</summary>
      <form className="sheet stack" noValidate onSubmit={submit}>
        <p className="soft">{t('recovery.what')}</p>
        <TextField label={t('sign_in.login')} autoComplete="username" {...field('login')} />
        <TextField label={t('recovery.code')} hint={t('recovery.code_hint')} autoComplete="off" {...field('code')} />
        <TextField
          label={t('recovery.password')}
          hint={t('join.password_hint', { minimum: passwordMinimum })}
          type="password"
          autoComplete="new-password"
          {...field('password')}
        />
        {failure.rest !== undefined && <Problem error={failure.rest} />}
        {recover.isSuccess && (
          <p role="status" className="notice">
            {t('recovery.done')}
          </p>
        )}
        <Button type="submit" busy={recover.isPending}>
          {t('recovery.action')}
        </Button>
      </form>
    </details>
  );
}
