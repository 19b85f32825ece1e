import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCharterVersion } from '../features/dyads/api';
import { Loading, Problem } from '../ui/states';
import { Texts } from '../ui/texts';
import './entrance.css';

interface ConsentProps {
  readonly dyad: string;
  readonly version: number;
  readonly accepted: boolean;
  /** Somebody wanted to join without it. */
  readonly isMissing: boolean;
  readonly accept: (accepted: boolean) => void;
}

/** Taking part can reveal a side, so it needs a yes of its own, to rules that can be read on the spot. */
export function JoinConsent({ dyad, version, accepted, isMissing, accept }: ConsentProps): ReactNode {
  const { t } = useTranslation('account');
  const errorId = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('join.read_rules')}</summary>
        {open && <Rules dyad={dyad} version={version} />}
      </details>
      <div className="consent">
        <label className="choice">
          <input
            type="checkbox"
            checked={accepted}
            aria-invalid={isMissing || undefined}
            aria-describedby={isMissing ? errorId : undefined}
            onChange={({ target }) => accept(target.checked)}
          />
          <span>{t('join.consent')}</span>
        </label>
        {isMissing && (
          <span className="field__error" id={errorId} role="alert">
            {t('join.consent_missing')}
          </span>
        )}
      </div>
    </>
  );
}

/** The charter in the reader's language; both binding texts are a link away. */
function Rules({ dyad, version }: { dyad: string; version: number }): ReactNode {
  const { t, i18n } = useTranslation('account');
  const charter = useCharterVersion(dyad, version);
  if (charter.error) return <Problem error={charter.error} retry={() => void charter.refetch()} />;
  if (!charter.data) return <Loading />;
  return (
    // What scrolls can be reached by keyboard.
    <div className="rules-at-hand" tabIndex={0} role="region" aria-label={t('join.charter', { version })}>
      {charter.data.articles.map(({ number, title, body }) => (
        <section key={number}>
          <h2>
            {new Intl.NumberFormat(i18n.language).format(number)}. <Texts texts={title} />
          </h2>
          <p>
            <Texts texts={body} />
          </p>
        </section>
      ))}
      <p>
        <Link to={`/d/${dyad}/charter`} target="_blank">
          {t('join.charter', { version })}
        </Link>
      </p>
    </div>
  );
}
