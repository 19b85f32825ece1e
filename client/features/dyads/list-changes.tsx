import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JointActView } from '../../../shared/dyads/joint-act.schema.js';
import { directionOf } from '../../../shared/language/language.js';
import { WordEntryLine } from './lists/word-entry';

type DetailsOf<Kind> = Extract<JointActView, { kind: Kind }>['details'];

/** The words that would bring a text to a moderator, and those that would no more. */
export function WordlistChange({ details }: { readonly details: DetailsOf<'wordlist.change'> }): ReactNode {
  const { t } = useTranslation('dyads');
  const { language, add, remove } = details;
  const said = { lang: language, dir: directionOf(language) };
  return (
    <div className="stack">
      <p className="small soft">{t('acts.list_what')}</p>
      <dl className="act-facts">
        {add.map((entry) => (
          <Change key={entry.text} label={t('acts.list_comes')}>
            <WordEntryLine entry={entry} language={language} />
          </Change>
        ))}
        {remove.map((text) => (
          <Change key={text} label={t('acts.list_goes')}>
            <strong {...said}>{text}</strong>
          </Change>
        ))}
      </dl>
    </div>
  );
}

/** Where links might lead from then on, and where no more. */
export function AllowedHostsChange({ details }: { readonly details: DetailsOf<'allowed_hosts.change'> }): ReactNode {
  const { t } = useTranslation('dyads');
  const changes = [
    ...details.add.map((host) => ({ host, label: t('acts.list_comes') })),
    ...details.remove.map((host) => ({ host, label: t('acts.list_goes') })),
  ];
  return (
    <dl className="act-facts">
      {changes.map(({ host, label }) => (
        <Change key={`${label} ${host}`} label={label}>
          <strong dir="ltr">{host}</strong>
        </Change>
      ))}
    </dl>
  );
}

function Change({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
