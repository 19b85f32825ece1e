import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keyFor } from '../lib/key-bindings';
import { useKeyChoices } from '../lib/key-choices';
import { isNumbered, type ShortcutAct } from '../lib/shortcut-acts';
import { useKnownActs } from '../lib/use-shortcuts';
import { useHasWritingKeys } from '../lib/writing-keys';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { KeyChooser } from './key-chooser';
import './keyboard-map.css';

/** The keys of the page as it is, and those that hold everywhere; whoever wants other keys chooses them here. */
export function KeyboardMap({ close }: { close: () => void }): ReactNode {
  const { t } = useTranslation();
  const [isChoosing, choose] = useState(false);
  return (
    <Dialog title={isChoosing ? t('keys.choose') : t('keys.title')} onClose={close}>
      {isChoosing ? <KeyChooser done={() => choose(false)} /> : <KeyLists choose={() => choose(true)} />}
    </Dialog>
  );
}

function KeyLists({ choose }: { choose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { on, chosen } = useKeyChoices();
  const hasMarks = useHasWritingKeys();
  const sending: Meaning = [['Ctrl', 'Enter'], t('keys.send')];
  const withMarks = markKeys.map(([name, keys]): Meaning => [keys, t(`keys.mark.${name}`)]);
  const acts = useKnownActs().filter((act) => act !== 'help');
  const keysOf = (act: ShortcutAct): string[] => [keyFor(act, chosen), ...(isNumbered(act) ? ['1–9'] : [])];
  return (
    <>
      {!on && <p className="notice">{t('keys.are_off')}</p>}
      {on && acts.length > 0 && (
        <Keys title={t('keys.page')} keys={acts.map((act) => [keysOf(act), t(`keys.act.${act}`)])} />
      )}
      <Keys
        title={t('keys.everywhere')}
        keys={[
          ...(on ? [[keysOf('help'), t('keys.act.help')] as const] : []),
          [['Esc', 'Esc'], t('keys.leave')],
          [['Tab'], t('keys.next_control')],
        ]}
      />
      <Keys title={t('keys.writing')} keys={hasMarks ? [sending, ...withMarks] : [sending]} />
      <p className="small soft">{t('keys.note')}</p>
      <p>
        <Button onClick={choose}>{t('keys.choose')}</Button>
      </p>
    </>
  );
}

/** The keys of a text that one writes with marks. */
const markKeys = [
  ['bold', ['Ctrl', 'B']],
  ['italic', ['Ctrl', 'I']],
  ['undo', ['Ctrl', 'Z']],
  ['redo', ['Ctrl', 'Shift', 'Z']],
  ['footnote', ['Ctrl', 'Alt', 'F']],
  ['comment', ['Ctrl', 'Alt', 'M']],
] as const;

type Meaning = readonly [keys: readonly string[], what: string];

function Keys({ title, keys }: { title: string; keys: readonly Meaning[] }): ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="key-map">
        {keys.map(([pressed, what]) => (
          <div key={what}>
            <dt dir="ltr" lang="en">
              {pressed.map((key, at) => (
                <kbd key={at}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
