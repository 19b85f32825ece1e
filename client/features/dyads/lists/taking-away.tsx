import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wordlistLimits } from '../../../../shared/moderation/detection/wordlist.rules.js';
import { TextField } from '../../../ui/field';
import { withLetters } from './list-drafts';

/** So many are offered at once; the rest is found by its letters. */
const offeredAtOnce = 12;

interface TakingAwayProps<One> {
  readonly legend: string;
  readonly error: string | undefined;
  readonly all: readonly One[];
  readonly nameOf: (one: One) => string;
  readonly taken: readonly string[];
  readonly change: (taken: readonly string[]) => void;
  readonly children: (one: One) => ReactNode;
}

/** Chooses what goes from a list. What was chosen stays before the eyes, whatever is looked for. */
export function TakingAway<One>(props: TakingAwayProps<One>): ReactNode {
  const { legend, error, all, nameOf, taken, change, children } = props;
  const { t } = useTranslation('wordlists');
  const [letters, setLetters] = useState('');
  if (all.length === 0) return null;
  const isTaken = (one: One): boolean => taken.includes(nameOf(one));
  const found = withLetters(all, nameOf, letters).filter((one) => !isTaken(one));
  const offered = [...all.filter(isTaken), ...found.slice(0, offeredAtOnce)];
  const turn = (name: string): void =>
    change(taken.includes(name) ? taken.filter((one) => one !== name) : [...taken, name]);
  return (
    <fieldset className="field choices taking-away">
      <legend>
        <h2>{legend}</h2>
      </legend>
      {all.length > offeredAtOnce && (
        <TextField
          label={t('search')}
          type="search"
          dir="auto"
          value={letters}
          onChange={({ target }) => setLetters(target.value)}
        />
      )}
      {offered.map((one) => (
        <label key={nameOf(one)} className="choice">
          <input
            type="checkbox"
            checked={isTaken(one)}
            disabled={!isTaken(one) && taken.length >= wordlistLimits.changes}
            onChange={() => turn(nameOf(one))}
          />
          <span>{children(one)}</span>
        </label>
      ))}
      {found.length > offeredAtOnce && (
        <p className="small soft">{t('form.more', { count: found.length - offeredAtOnce })}</p>
      )}
      {error && (
        <p role="alert" className="field__error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
