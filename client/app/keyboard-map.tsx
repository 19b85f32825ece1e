import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShortcutKey } from '../lib/shortcut-keys';
import { useKnownKeys } from '../lib/use-shortcuts';
import { useHasWritingKeys } from '../lib/writing-keys';
import { Dialog } from '../ui/dialog';
import './keyboard-map.css';

const everywhere: ReadonlySet<ShortcutKey> = new Set(['?', 'Escape']);

/** The keys of the page as it is, and those that hold everywhere. */
export function KeyboardMap({ close }: { close: () => void }): ReactNode {
  const { t } = useTranslation();
  const hasMarks = useHasWritingKeys();
  const sending: Meaning = [['Ctrl', 'Enter'], t('keys.send')];
  const withMarks = markKeys.map(([name, keys]): Meaning => [keys, t(`keys.mark.${name}`)]);
  const ofPage = useKnownKeys().filter((key) => !everywhere.has(key));
  return (
    <Dialog title={t('keys.title')} onClose={close}>
      {ofPage.length > 0 && <Keys title={t('keys.page')} keys={ofPage.map((key) => [[key], t(`keys.act.${key}`)])} />}
      <Keys
        title={t('keys.everywhere')}
        keys={[
          [['?'], t('keys.act.?')],
          [['Esc', 'Esc'], t('keys.act.Escape')],
          [['Tab'], t('keys.next_control')],
        ]}
      />
      <Keys title={t('keys.writing')} keys={hasMarks ? [sending, ...withMarks] : [sending]} />
      <p className="small soft">{t('keys.note')}</p>
    </Dialog>
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
