import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keyFor, keyOf, refusalOf, type ChosenKeys, type Refusal } from '../lib/key-bindings';
import { chooseKey, readChoices, resetKeys, switchKeys, useKeyChoices } from '../lib/key-choices';
import { shortcutActNames, type ShortcutAct } from '../lib/shortcut-acts';
import { Button } from '../ui/button';

/** What was last tried, and what became of it. */
type Tried = { readonly act: ShortcutAct; readonly key: string; readonly refusal: Refusal | undefined };

/** Another key for anything that has one, or no single keys at all; kept on this device (WCAG 2.1.4). */
export function KeyChooser({ done }: { done: () => void }): ReactNode {
  const { t } = useTranslation();
  const { on, chosen } = useKeyChoices();
  const [waiting, waitFor] = useState<ShortcutAct>();
  const [tried, setTried] = useState<Tried>();
  usePress(waiting, (act, key) => {
    waitFor(undefined);
    if (key === undefined) return;
    const refusal = refusalOf(act, key, readChoices().chosen);
    if (!refusal) chooseKey(act, key);
    setTried({ act, key, refusal });
  });
  return (
    <div className="stack">
      <p className="small soft">{t('keys.choose_what')}</p>
      <label className="choice">
        <input type="checkbox" checked={on} onChange={({ target }) => switchKeys(target.checked)} />
        {t('keys.on')}
      </label>
      <p role="status" className={tried?.refusal ? 'field__error' : 'small'}>
        {waiting ? t('keys.press', { act: t(`keys.act.${waiting}`) }) : tried && <Result {...tried} />}
      </p>
      <ul className="plain-list key-choices">
        {shortcutActNames.map((act) => (
          <Choice key={act} act={act} chosen={chosen} waits={waiting === act} choose={() => waitFor(act)} />
        ))}
      </ul>
      <div className="row">
        <Button weight="main" onClick={done}>
          {t('keys.done')}
        </Button>
        <Button
          onClick={() => {
            resetKeys();
            setTried(undefined);
          }}
        >
          {t('keys.reset')}
        </Button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly act: ShortcutAct;
  readonly chosen: ChosenKeys;
  readonly waits: boolean;
  readonly choose: () => void;
}

function Choice({ act, chosen, waits, choose }: ChoiceProps): ReactNode {
  const { t } = useTranslation();
  return (
    <li>
      <span id={`key-of-${act}`}>{t(`keys.act.${act}`)}</span>
      <button type="button" className="button" aria-pressed={waits} aria-describedby={`key-of-${act}`} onClick={choose}>
        <span className="visually-hidden">{t('keys.change')}</span>
        <kbd dir="ltr" lang="en">
          {waits ? '…' : keyFor(act, chosen)}
        </kbd>
      </button>
    </li>
  );
}

function Result({ act, key, refusal }: Tried): ReactNode {
  const { t } = useTranslation();
  if (!refusal) return t('keys.chosen', { key, act: t(`keys.act.${act}`) });
  if (refusal.why === 'not_usable') return t('keys.not_usable');
  return t('keys.taken', { key, act: t(`keys.act.${refusal.by}`) });
}

/** Hears the next key while one is waited for, before anything else does; Escape and Tab only end the waiting. */
function usePress(waiting: ShortcutAct | undefined, hear: (act: ShortcutAct, key: string | undefined) => void): void {
  useEffect(() => {
    if (!waiting) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Shift' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== 'Tab') event.preventDefault();
      event.stopPropagation();
      hear(waiting, event.key === 'Escape' || event.key === 'Tab' ? undefined : keyOf(event));
    };
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  });
}
