import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useMatch } from 'react-router';
import { useSession } from '../features/session/api';
import { quickExit } from '../lib/quick-exit';
import { useOnline } from '../lib/use-online';
import { useShortcuts } from '../lib/use-shortcuts';
import { ActKey } from '../ui/act-key';
import { Button } from '../ui/button';
import { DyadNavigation } from './dyad-navigation';
import { KeyboardMap } from './keyboard-map';
import { LanguageChoice, TabChoice, ThemeChoice } from './preferences';
import { RestrictionLine } from './restriction-line';
import { usePlace } from './use-place';
import './layout.css';

/** The frame of every page: where one is, who one is, and the way out. */
export function Layout({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const [keys, showKeys] = useState(false);
  const dyad = useMatch('/d/:dyad/*')?.params.dyad;
  usePlace(main);
  useShortcuts({ Escape: useDoublePress(quickExit), help: () => showKeys(true) });
  return (
    <>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <Masthead />
      {dyad && <DyadNavigation dyad={dyad} />}
      {dyad && <RestrictionLine dyad={dyad} />}
      <Away />
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <Colophon showKeys={() => showKeys(true)} />
      {keys && <KeyboardMap close={() => showKeys(false)} />}
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

/** Stays in sight while one reads: the way out is never more than one tap away. */
function Masthead(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <header className="masthead">
      <div className="masthead__line">
        <Link to="/" className="masthead__name">
          Entente
        </Link>
        <LanguageChoice />
        {session.data?.signedIn ? (
          <Link to="/account" className="masthead__account">
            {t('nav.account')}
          </Link>
        ) : (
          <Link to="/sign-in" className="masthead__account">
            {t('nav.sign_in')}
          </Link>
        )}
        <Button onClick={quickExit} title={t('nav.quick_exit_hint')}>
          {t('nav.quick_exit')}
        </Button>
      </div>
    </header>
  );
}

/** Says that the network is away, wherever one is, and that reading and writing go on. */
function Away(): ReactNode {
  const { t } = useTranslation();
  const online = useOnline();
  return (
    <div role="status" className={online ? 'visually-hidden' : 'away'}>
      {online ? '' : <p>{t('state.offline')}</p>}
    </div>
  );
}

function Colophon({ showKeys }: { showKeys: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <footer className="colophon">
      <div className="colophon__line">
        <p className="colophon__promise">{t('footer.promise')}</p>
        <p className="row">
          <Link to="/policy">{t('footer.policy')}</Link>
          <Button weight="quiet" aria-haspopup="dialog" onClick={showKeys}>
            {t('keys.title')} <ActKey act="help" />
          </Button>
        </p>
      </div>
      <div className="colophon__line">
        <TabChoice />
        <ThemeChoice />
      </div>
    </footer>
  );
}
