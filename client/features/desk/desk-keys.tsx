import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['a', 'approve'],
  ['r', 'return'],
  ['h', 'hold'],
  ['e', 'release'],
  ['t', 'turn'],
  ['c', 'context'],
  ['?', 'help'],
] as const;

/** The keys of the desk, written out on the page. */
export function DeskKeys({ open, setOpen }: { open: boolean; setOpen: (open: boolean) => void }): ReactNode {
  const { t } = useTranslation('moderation');
  return (
    <details className="desk-context" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t('keys.title')} <kbd aria-hidden="true">?</kbd>
      </summary>
      <dl className="desk-keys small">
        {keys.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
