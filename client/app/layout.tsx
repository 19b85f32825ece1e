import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation, useMatch } from 'react-router';
import { useDyad } from '../features/dyads/api';
import { useSession } from '../features/session/api';
import { textIn } from '../lib/format';
import { quickExit } from '../lib/quick-exit';
import { useShortcuts } from '../lib/use-shortcuts';
import { Button } from '../ui/button';
import { LanguageChoice, ThemeChoice } from './preferences';
import './layout.css';

/** The frame of every page: where one is, who one is, and the way out. */
export function Layout({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // A new page begins at its top, also for those who read by ear.
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [pathname]);
  useShortcuts({ Escape: useDoublePress(quickExit) });
  return (
    <>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <Masthead />
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <Colophon />
    </>
  );
}

/** Twice within a second, so that nobody leaves by accident. */
function useDoublePress(act: () => void): () => void {
  const last = useRef(0);
  return () => {
    if (Date.now() - last.current < 1000) act();
    last.current = Date.now();
  };
}

function Masthead(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const dyad = useMatch('/d/:dyad/*')?.params.dyad;
  return (
    <header className="masthead">
      <div className="masthead__line">
        <Link to="/" className="masthead__name">
          Entente
        </Link>
        {dyad && <DyadName dyad={dyad} />}
        <span className="masthead__space" />
        <LanguageChoice />
        {session.data?.signedIn ? (
          <Link to="/account">{t('nav.account')}</Link>
        ) : (
          <Link to="/sign-in">{t('nav.sign_in')}</Link>
        )}
        <Button weight="quiet" onClick={quickExit} title={t('nav.quick_exit_hint')}>
          {t('nav.quick_exit')}
        </Button>
      </div>
      {dyad && <DyadNavigation dyad={dyad} />}
    </header>
  );
}

function DyadName({ dyad }: { dyad: string }): ReactNode {
  const { i18n } = useTranslation();
  const { data } = useDyad(dyad);
  return data ? (
    <Link to={`/d/${dyad}`} className="masthead__dyad">
      {textIn(data.name, i18n.language)}
    </Link>
  ) : null;
}

function DyadNavigation({ dyad }: { dyad: string }): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const roles = session.data?.memberships.find((one) => one.dyad === dyad)?.roles;
  const isSteward = roles?.some((role) => role === 'steward' || role === 'moderator');
  return (
    <nav className="masthead__nav" aria-label={t('nav.dyad')}>
      <NavLink to={`/d/${dyad}`} end>
        {t('nav.home')}
      </NavLink>
      <NavLink to={`/d/${dyad}/charter`}>{t('nav.charter')}</NavLink>
      <NavLink to={`/d/${dyad}/record`}>{t('nav.record')}</NavLink>
      {roles && <NavLink to={`/d/${dyad}/statements`}>{t('nav.statements')}</NavLink>}
      {roles?.includes('moderator') && <NavLink to={`/d/${dyad}/desk`}>{t('nav.desk')}</NavLink>}
      {isSteward && <NavLink to={`/d/${dyad}/stewards`}>{t('nav.stewards')}</NavLink>}
      {roles && <NavLink to={`/d/${dyad}/me`}>{t('nav.me')}</NavLink>}
    </nav>
  );
}

function Colophon(): ReactNode {
  const { t } = useTranslation();
  return (
    <footer className="colophon">
      <p>{t('footer.promise')}</p>
      <p className="row">
        <Link to="/policy">{t('footer.policy')}</Link>
        <ThemeChoice />
      </p>
    </footer>
  );
}
