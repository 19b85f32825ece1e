import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { guardedRoles } from '../../../shared/access/actor.js';
import type { AccountView, SessionView } from '../../../shared/identity/account.schema.js';
import { useAccount } from '../../features/account/api';
import { OneTimeCodesSection, RecoveryCodesSection } from '../../features/account/codes-sections';
import { EmailSection } from '../../features/account/email-section';
import { PasskeysSection } from '../../features/account/passkeys-section';
import { PasswordSection } from '../../features/account/password-section';
import { Section } from '../../features/account/section';
import { SessionsSection } from '../../features/account/sessions-section';
import { useDyads } from '../../features/dyads/api';
import { useSession, useSignOut } from '../../features/session/api';
import { Button, ButtonLink } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { Texts } from '../../ui/texts';
import { useTitle } from '../use-title';

/** A login stands in sentences of every direction without disturbing them. */
const isolated = (login: string): string => `\u2068${login}\u2069`;

/** The account: for its owner's eyes only. What protects it comes first. */
export function Account(): ReactNode {
  const { t } = useTranslation('account');
  const session = useSession();
  const own = useAccount();
  useTitle(t('account.title'));
  if (session.data && !session.data.signedIn)
    return (
      <div className="measure stack">
        <h1>{t('account.title')}</h1>
        <p>
          <ButtonLink to="/sign-in" weight="main">
            {t('sign_in.title')}
          </ButtonLink>
        </p>
      </div>
    );
  if (own.error) return <Problem error={own.error} retry={() => void own.refetch()} />;
  if (!own.data || !session.data) return <Loading />;
  return (
    <div className="measure stack">
      <h1>{t('account.title')}</h1>
      <p className="soft">{t('account.what', { login: isolated(own.data.login) })}</p>
      <Weakness account={own.data} session={session.data} />
      <PasswordSection hasPassword={own.data.hasPassword} />
      <OneTimeCodesSection isOn={own.data.totp} />
      <PasskeysSection passkeys={own.data.passkeys} />
      <RecoveryCodesSection left={own.data.recoveryCodesLeft} />
      <SessionsSection />
      <Memberships memberships={session.data.memberships} />
      <EmailSection current={own.data.email} />
      <SignOut />
    </div>
  );
}

/** What its owner should do next to protect the account, when something is missing. */
function Weakness({ account, session }: { account: AccountView; session: SessionView }): ReactNode {
  const { t } = useTranslation('account');
  const needsFactor = session.memberships.some(({ roles }) => guardedRoles.some((role) => roles.includes(role)));
  const hasFactor = account.totp || account.passkeys.length > 0;
  if (needsFactor && !hasFactor) return <p className="notice notice--caution">{t('account.needs_factor')}</p>;
  if (account.hasPassword && account.recoveryCodesLeft === 0)
    return <p className="notice">{t('account.no_recovery')}</p>;
  return null;
}

/** Where one belongs, by the name of the dialogue and by one's own name in it. */
function Memberships({ memberships }: Pick<SessionView, 'memberships'>): ReactNode {
  const { t } = useTranslation(['account', 'common']);
  const dyads = useDyads();
  const nameOf = (slug: string) => dyads.data?.find((one) => one.slug === slug)?.name;
  return (
    <Section title={t('account.memberships')}>
      {memberships.length === 0 && <p>{t('account.no_membership')}</p>}
      <ul className="plain-list account-list">
        {memberships.map((one) => {
          const name = nameOf(one.dyad);
          return (
            <li key={one.dyad}>
              <span>
                <Link to={`/d/${one.dyad}`}>{name ? <Texts texts={name} /> : <bdi>{one.dyad}</bdi>}</Link>{' '}
                <span className="soft">
                  <bdi>{one.pseudonym}</bdi>
                </span>
              </span>
              <span className="small soft">{one.roles.map((role) => t(`common:role.${role}`)).join(', ')}</span>
            </li>
          );
        })}
      </ul>
      <p className="small soft">{t('account.unlinkable')}</p>
    </Section>
  );
}

function SignOut(): ReactNode {
  const { t } = useTranslation('account');
  const signOut = useSignOut();
  const navigate = useNavigate();
  return (
    <section className="stack">
      {signOut.error && <Problem error={signOut.error} />}
      <p className="small soft">{t('account.sign_out_what')}</p>
      <p>
        <Button
          weight="main"
          busy={signOut.isPending}
          onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate('/') })}
        >
          {t('account.sign_out')}
        </Button>
      </p>
    </section>
  );
}
