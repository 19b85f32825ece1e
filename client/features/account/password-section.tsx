import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordMinimum } from '../../../shared/identity/account.rules.js';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import * as account from './api';
import { Refusal } from './refusal';
import { Section } from './section';
import { useFailureAt } from './use-failure-at';

/** The password: whether there is one, and a new one. */
export function PasswordSection({ hasPassword }: { hasPassword: boolean }): ReactNode {
  const { t } = useTranslation('account');
  return (
    <Section title={t('sign_in.password')} state={hasPassword ? t('password.set') : t('password.none')}>
      <details>
        <summary>{hasPassword ? t('password.change') : t('password.add')}</summary>
        <NewPassword />
      </details>
    </Section>
  );
}

function NewPassword(): ReactNode {
  const { t } = useTranslation('account');
  const [password, setPassword] = useState('');
  const change = account.useAccountChange(account.changePassword);
  const announce = useAnnounce();
  const failure = useFailureAt(change.error, {
    'account.password_too_short': 'password',
    'account.password_too_common': 'password',
  });
  const send = () =>
    change.mutate(password, {
      onSuccess: () => {
        setPassword('');
        announce(t('account.saved'));
      },
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <div className="stack">
      <form className="stack" noValidate onSubmit={submit}>
        <TextField
          label={t('account.new_password')}
          hint={t('join.password_hint', { minimum: passwordMinimum })}
          error={failure.at('password')}
          type="password"
          dir="ltr"
          autoComplete="new-password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        <p className="small soft">{t('password.others')}</p>
        <p>
          <Button type="submit" busy={change.isPending}>
            {t('account.save')}
          </Button>
        </p>
      </form>
      <Refusal error={failure.rest} retry={send} />
    </div>
  );
}
