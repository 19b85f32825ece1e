import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { guardedRoles } from '../../../shared/access/actor.js';
import type { SessionView } from '../../../shared/identity/account.schema.js';
import { Recovery } from '../../features/account/recovery';
import { useFailureAt } from '../../features/account/use-failure-at';
import { usePasskeySignIn, useSecondFactor, useSession, useSignIn } from '../../features/session/api';
import { call } from '../../lib/api-client';
import { useFirstFocus } from '../../lib/use-first-focus';
import { Button, ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Loading, Problem } from '../../ui/states';
import { useTitle } from '../use-title';
import '../entrance.css';

/**
 * Where to go once signed in: to the account for those whose role wants a second factor that they do not have yet, else
 * to the only dyad there is, or to the list of them.
 */
function homeOf({ memberships, strong }: SessionView): string {
  const guarded = memberships.some(({ roles }) => guardedRoles.some((role) => roles.includes(role)));
  if (guarded && !strong) return '/account';
  return memberships.length === 1 && memberships[0] ? `/d/${memberships[0].dyad}` : '/';
}

export function SignIn(): ReactNode {
  const { t } = useTranslation('account');
  const session = useSession();
  const [startOver, setStartOver] = useState(false);
  useTitle(t('sign_in.title'));
  if (session.isPending) return <Loading />;
  const waitsForCode = session.data?.secondFactorNeeded === true && !startOver;
  return (
    <div className="measure stack entrance">
      <h1>{t('sign_in.title')}</h1>
      {session.error && <Problem error={session.error} retry={() => void session.refetch()} />}
      {session.data?.signedIn && <AlreadyIn session={session.data} />}
      {waitsForCode && <SecondFactor another={() => setStartOver(true)} />}
      {!session.data?.signedIn && !waitsForCode && (
        <Ways oidc={session.data?.oidcConfigured ?? false} begun={() => setStartOver(false)} />
      )}
    </div>
  );
}

function AlreadyIn({ session }: { session: SessionView }): ReactNode {
  const { t } = useTranslation('account');
  return (
    <>
      <p>{t('sign_in.already')}</p>
      <p className="row">
        <ButtonLink to={homeOf(session)} weight="main">
          {t('sign_in.go_on')}
        </ButtonLink>
        <ButtonLink to="/account">{t('account.title')}</ButtonLink>
      </p>
    </>
  );
}

function Ways({ oidc, begun }: { oidc: boolean; begun: () => void }): ReactNode {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const passkey = usePasskeySignIn();
  const [error, setError] = useState<unknown>();
  const outside = () => call('POST /api/session/oidc', {}).then(({ address }) => location.assign(address), setError);
  return (
    <>
      <PasswordForm begun={begun} />
      <div className="row">
        <Button
          busy={passkey.isPending}
          onClick={() => passkey.mutate(undefined, { onSuccess: (session) => void navigate(homeOf(session)) })}
        >
          {t('sign_in.passkey')}
        </Button>
        {oidc && <Button onClick={() => void outside()}>{t('sign_in.oidc')}</Button>}
      </div>
      {passkey.error && (
        <p role="alert" className="soft">
          {t('sign_in.passkey_failed')}
        </p>
      )}
      {error !== undefined && <Problem error={error} />}
      <Recovery />
      <p className="small soft">{t('sign_in.by_invitation')}</p>
    </>
  );
}

function PasswordForm({ begun }: { begun: () => void }): ReactNode {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const signIn = useSignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const first = useFirstFocus<HTMLInputElement>();
  const failure = useFailureAt(signIn.error, {});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The form is gone when a code is asked for, so what happens next is not left to it.
    void signIn.mutateAsync({ login: login.trim().toLowerCase(), password }).then(
      (session) => (session.signedIn ? navigate(homeOf(session)) : begun()),
      () => undefined,
    );
  };
  return (
    <form className="sheet stack" noValidate onSubmit={submit}>
      <TextField
        ref={first}
        label={t('sign_in.login')}
        error={failure.at('login')}
        value={login}
        dir="ltr"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target }) => setLogin(target.value)}
      />
      <TextField
        label={t('sign_in.password')}
        error={failure.at('password')}
        type="password"
        value={password}
        dir="ltr"
        autoComplete="current-password"
        onChange={({ target }) => setPassword(target.value)}
      />
      {failure.rest !== undefined && <Problem error={failure.rest} />}
      <Button type="submit" weight="main" busy={signIn.isPending}>
        {t('sign_in.action')}
      </Button>
    </form>
  );
}

function SecondFactor({ another }: { another: () => void }): ReactNode {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const prove = useSecondFactor();
  const [code, setCode] = useState('');
  const first = useFirstFocus<HTMLInputElement>();
  const failure = useFailureAt(prove.error, { 'sign_in.code_refused': 'code' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void prove.mutateAsync(code.trim()).then(
      (session) => navigate(homeOf(session)),
      () => undefined,
    );
  };
  return (
    <form className="sheet stack" noValidate onSubmit={submit}>
      <p>{t('sign_in.code_why')}</p>
      <TextField
        ref={first}
        label={t('sign_in.code')}
        hint={t('sign_in.code_hint')}
        error={failure.at('code')}
        value={code}
        dir="ltr"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target }) => setCode(target.value)}
      />
      {failure.rest !== undefined && <Problem error={failure.rest} />}
      <Button type="submit" weight="main" busy={prove.isPending}>
        {t('sign_in.confirm')}
      </Button>
      <p>
        <Button weight="quiet" onClick={another}>
          {t('sign_in.another')}
        </Button>
      </p>
    </form>
  );
}
