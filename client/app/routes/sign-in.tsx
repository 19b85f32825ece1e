import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SessionView } from '../../../shared/identity/account.schema.js';
import { usePasskeySignIn, useSecondFactor, useSession, useSignIn } from '../../features/session/api';
import { call } from '../../lib/api-client';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Loading, Problem } from '../../ui/states';
import { useTitle } from '../use-title';

/** Where to go once signed in: to the only dyad there is, or to the list of them. */
const homeOf = (session: SessionView): string =>
  session.memberships.length === 1 && session.memberships[0] ? `/d/${session.memberships[0].dyad}` : '/';

export function SignIn(): ReactNode {
  const { t } = useTranslation('account');
  const session = useSession();
  useTitle(t('sign_in.title'));
  if (session.isPending) return <Loading />;
  return (
    <div className="measure stack">
      <h1>{t('sign_in.title')}</h1>
      {session.error && <Problem error={session.error} />}
      {session.data?.secondFactorNeeded ? <SecondFactor /> : <Ways oidc={session.data?.oidcConfigured ?? false} />}
    </div>
  );
}

function Ways({ oidc }: { oidc: boolean }): ReactNode {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const passkey = usePasskeySignIn();
  const [error, setError] = useState<unknown>();
  const outside = () => call('POST /api/session/oidc', {}).then(({ address }) => location.assign(address), setError);
  return (
    <>
      <PasswordForm />
      <div className="row">
        <Button
          busy={passkey.isPending}
          onClick={() => passkey.mutate(undefined, { onSuccess: (session) => void navigate(homeOf(session)) })}
        >
          {t('sign_in.passkey')}
        </Button>
        {oidc && <Button onClick={() => void outside()}>{t('sign_in.oidc')}</Button>}
      </div>
      {passkey.error && <p className="soft">{t('sign_in.passkey_failed')}</p>}
      {error !== undefined && <Problem error={error} />}
      <Recovery />
    </>
  );
}

function PasswordForm(): ReactNode {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const signIn = useSignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(
      { login: login.trim().toLowerCase(), password },
      { onSuccess: (session) => void (session.signedIn && navigate(homeOf(session))) },
    );
  };
  return (
    <form className="sheet stack" onSubmit={submit}>
      <TextField
        label={t('sign_in.login')}
        value={login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        onChange={({ target }) => setLogin(target.value)}
      />
      <TextField
        label={t('sign_in.password')}
        type="password"
        value={password}
        autoComplete="current-password"
        required
        onChange={({ target }) => setPassword(target.value)}
      />
      {signIn.error && <Problem error={signIn.error} />}
      <Button type="submit" weight="main" busy={signIn.isPending}>
        {t('sign_in.action')}
      </Button>
    </form>
  );
}

function SecondFactor(): ReactNode {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const prove = useSecondFactor();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate(code, { onSuccess: (session) => void navigate(homeOf(session)) });
  };
  return (
    <form className="sheet stack" onSubmit={submit}>
      <TextField
        label={t('sign_in.code')}
        hint={t('sign_in.code_hint')}
        value={code}
        autoComplete="one-time-code"
        required
        onChange={({ target }) => setCode(target.value)}
      />
      {prove.error && <Problem error={prove.error} />}
      <Button type="submit" weight="main" busy={prove.isPending}>
        {t('sign_in.confirm')}
      </Button>
    </form>
  );
}

/** A lost password: a recovery code that was kept on paper sets a new one. */
function Recovery(): ReactNode {
  const { t } = useTranslation('account');
  const [values, setValues] = useState({ login: '', code: '', password: '' });
  const [state, setState] = useState<'idle' | 'done' | { error: unknown }>('idle');
  const set = (name: keyof typeof values) => (event: { target: { value: string } }) =>
    setValues({ ...values, [name]: event.target.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    call('POST /api/account/recovery', { body: values }).then(
      () => setState('done'),
      (error: unknown) => setState({ error }),
    );
  };
  return (
    <details>
      <summary>{t('recovery.title')}</summary>
      <form className="sheet stack" onSubmit={submit}>
        <TextField label={t('sign_in.login')} value={values.login} required onChange={set('login')} />
        <TextField label={t('recovery.code')} value={values.code} required onChange={set('code')} />
        <TextField
          label={t('recovery.password')}
          type="password"
          autoComplete="new-password"
          value={values.password}
          required
          onChange={set('password')}
        />
        {typeof state === 'object' && <Problem error={state.error} />}
        {state === 'done' && <p role="status">{t('recovery.done')}</p>}
        <Button type="submit">{t('recovery.action')}</Button>
      </form>
    </details>
  );
}
