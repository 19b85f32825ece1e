import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../lib/format';
import { TextField } from '../../../ui/field';
import { withLetters } from './list-drafts';
import './lists.css';

/** So many lines can be looked through without a search. */
const easilySeen = 12;

interface ListInForceProps<One> {
  readonly version: number;
  readonly adoptedOn: string;
  /** How many there are, in a sentence. */
  readonly count: string;
  readonly all: readonly One[];
  readonly nameOf: (one: One) => string;
  readonly children: (one: One) => ReactNode;
}

/** A list as it stands, with its version. It is folded: nobody has to read such words who does not want to. */
export function ListInForce<One>({ version, adoptedOn, ...list }: ListInForceProps<One>): ReactNode {
  const { t, i18n } = useTranslation('wordlists');
  return (
    <>
      <p className="small soft">{t('version', { version, day: formatDay(i18n.language, adoptedOn) })}</p>
      {list.all.length === 0 ? (
        <p>{list.count}</p>
      ) : (
        <details className="list-in-force">
          <summary>{list.count}</summary>
          <Lines {...list} />
        </details>
      )}
    </>
  );
}

function Lines<One>({ all, nameOf, children }: Omit<ListInForceProps<One>, 'version' | 'adoptedOn'>): ReactNode {
  const { t } = useTranslation('wordlists');
  const [letters, setLetters] = useState('');
  const found = withLetters(all, nameOf, letters);
  return (
    <div className="stack">
      {all.length > easilySeen && (
        <TextField
          label={t('search')}
          type="search"
          dir="auto"
          value={letters}
          onChange={({ target }) => setLetters(target.value)}
        />
      )}
      {found.length === 0 && <p role="status">{t('none_found')}</p>}
      <ul className="plain-list list-entries">
        {found.map((one) => (
          <li key={nameOf(one)}>{children(one)}</li>
        ))}
      </ul>
    </div>
  );
}
