import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { AccountView } from '../../../shared/identity/account.schema.js';
import { passwordMinimum } from '../../../shared/identity/account.rules.js';
import * as account from '../../features/account/api';
import { RecoveryCodes } from '../../features/account/recovery-codes';
import { TotpSetUp } from '../../features/account/totp-set-up';
import { useSession, useSignOut } from '../../features/session/api';
import { CallFailure } from '../../lib/api-client';
import { formatDay } from '../../lib/format';
import { useAnnounce } from '../../ui/announcer';
import { Button, ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Loading, Problem, useFieldSentence } from '../../ui/states';
import { useTitle } from '../use-title';

/** The account: for its owner's eyes only, and what protects it. */
export function Account(): ReactNode {
  const { t } = useTranslation('account');
  const session = useSession();
  const own = account.useAccount();
  useTitle(t('account.title'));
  if (session.data && !session.data.signedIn) return <ButtonLink to="/sign-in">{t('sign_in.title')}</ButtonLink>;
  if (own.error) return <Problem error={own.error} />;
  if (!own.data) return <Loading />;
  return (
    <div className="measure stack">
      <h1>{t('account.title')}</h1>
      <p className="soft">{t('account.what', { login: own.data.login })}</p>
      <Memberships />
      <Email view={own.data} />
      <Password />
      <Passkeys view={own.data} />
      <OneTimeCodes view={own.data} />
      <Sessions />
      <SignOut />
    </div>
  );
}

function Memberships(): ReactNode {
  const { t } = useTranslation('account');
  const session = useSession();
  return (
    <section>
      <h2>{t('account.memberships')}</h2>
      <ul>
        {session.data?.memberships.map((one) => (
          <li key={one.dyad}>
            <Link to={`/d/${one.dyad}`}>{one.dyad}</Link> · <bdi>{one.pseudonym}</bdi>
          </li>
        ))}
      </ul>
      <p className="small soft">{t('account.unlinkable')}</p>
    </section>
  );
}

/** Shows why a change was refused; when it only asks for the password again, asks for it here. */
function Refusal({ error, retry }: { error: unknown; retry: () => void }): ReactNode {
  const { t } = useTranslation('account');
  const [password, setPassword] = useState('');
  const confirm = account.useAccountChange(account.confirmPassword);
  if (!error) return null;
  if (!(error instanceof CallFailure) || error.code !== 'session.recent_sign_in_needed')
    return <Problem error={error} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(password, { onSuccess: retry });
  };
  return (
    <form className="notice stack" onSubmit={submit}>
      <TextField
        label={t('account.password_again')}
        type="password"
        autoComplete="current-password"
        value={password}
        required
        onChange={({ target }) => setPassword(target.value)}
      />
      {confirm.error && <Problem error={confirm.error} />}
      <Button type="submit">{t('sign_in.confirm')}</Button>
    </form>
  );
}

function Email({ view }: { view: AccountView }): ReactNode {
  const { t } = useTranslation('account');
  const [email, setEmail] = useState(view.email ?? '');
  const change = account.useAccountChange(account.changeEmail);
  const announce = useAnnounce();
  const sentenceFor = useFieldSentence(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(email, { onSuccess: () => announce(t('account.saved')) });
  };
  return (
    <form className="sheet stack" onSubmit={submit}>
      <TextField
        label={t('account.email')}
        hint={t('account.email_hint')}
        error={sentenceFor('email')}
        type="email"
        autoComplete="email"
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      {change.error && !sentenceFor('email') && <Problem error={change.error} />}
      <Button type="submit">{t('account.save')}</Button>
    </form>
  );
}

function Password(): ReactNode {
  const { t } = useTranslation('account');
  const [password, setPassword] = useState('');
  const change = account.useAccountChange(account.changePassword);
  const announce = useAnnounce();
  const send = () =>
    change.mutate(password, {
      onSuccess: () => {
        setPassword('');
        announce(t('account.saved'));
      },
    });
  return (
    <form
      className="sheet stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        label={t('account.new_password')}
        hint={t('join.password_hint', { minimum: passwordMinimum })}
        type="password"
        autoComplete="new-password"
        value={password}
        required
        onChange={({ target }) => setPassword(target.value)}
      />
      <Refusal error={change.error} retry={send} />
      <Button type="submit" busy={change.isPending}>
        {t('account.save')}
      </Button>
    </form>
  );
}

function Passkeys({ view }: { view: AccountView }): ReactNode {
  const { t, i18n } = useTranslation('account');
  const [name, setName] = useState('');
  const add = account.useAccountChange(account.addPasskey);
  const remove = account.useAccountChange(account.removePasskey);
  const send = () => add.mutate(name || t('passkeys.unnamed'), { onSuccess: () => setName('') });
  return (
    <section className="sheet stack">
      <h2>{t('passkeys.title')}</h2>
      <p className="soft">{t('passkeys.what')}</p>
      <ul className="plain-list stack">
        {view.passkeys.map((one) => (
          <li key={one.id} className="row">
            <bdi>{one.name}</bdi> <span className="small soft">{formatDay(i18n.language, one.addedOn)}</span>
            <Button weight="quiet" onClick={() => remove.mutate(one.id)}>
              {t('passkeys.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <TextField
        label={t('passkeys.name')}
        value={name}
        maxLength={60}
        dir="auto"
        onChange={({ target }) => setName(target.value)}
      />
      <Refusal error={add.error ?? remove.error} retry={send} />
      <Button busy={add.isPending} onClick={send}>
        {t('passkeys.add')}
      </Button>
    </section>
  );
}

function OneTimeCodes({ view }: { view: AccountView }): ReactNode {
  const { t } = useTranslation('account');
  const remove = account.useAccountChange(account.removeTotp);
  const renew = account.useAccountChange(account.renewRecoveryCodes);
  if (!view.totp) return <TotpSetUp refusal={(error, retry) => <Refusal error={error} retry={retry} />} />;
  return (
    <section className="sheet stack">
      <h2>{t('totp.title')}</h2>
      <p>{t('totp.on', { count: view.recoveryCodesLeft })}</p>
      {renew.data && <RecoveryCodes codes={renew.data.recoveryCodes} />}
      <Refusal error={remove.error ?? renew.error} retry={() => undefined} />
      <div className="row">
        <Button onClick={() => renew.mutate(undefined)}>{t('totp.renew')}</Button>
        <Button weight="quiet" onClick={() => remove.mutate(undefined)}>
          {t('totp.remove')}
        </Button>
      </div>
    </section>
  );
}

function Sessions(): ReactNode {
  const { t, i18n } = useTranslation('account');
  const sessions = account.useSessions();
  const end = account.useAccountChange(account.endSession);
  const endOthers = account.useAccountChange(account.endOtherSessions);
  return (
    <section className="sheet stack">
      <h2>{t('sessions.title')}</h2>
      <p className="soft">{t('sessions.what')}</p>
      <ul className="plain-list stack">
        {sessions.data?.map((one) => (
          <li key={one.id} className="row">
            <span>{t(`sessions.${one.how}`)}</span>
            <span className="small soft">{t('sessions.seen', { day: formatDay(i18n.language, one.lastSeenOn) })}</span>
            {one.current ? (
              <span className="tag">{t('sessions.here')}</span>
            ) : (
              <Button weight="quiet" onClick={() => end.mutate(one.id)}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button onClick={() => endOthers.mutate(undefined)}>{t('sessions.end_others')}</Button>
    </section>
  );
}

function SignOut(): ReactNode {
  const { t } = useTranslation('account');
  const signOut = useSignOut();
  const navigate = useNavigate();
  return (
    <Button
      weight="main"
      busy={signOut.isPending}
      onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate('/') })}
    >
      {t('account.sign_out')}
    </Button>
  );
}
