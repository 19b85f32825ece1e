import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something that comes before the page for a moment: the browser keeps the focus in it and gives it back after. */
export function Dialog({ title, onClose, children }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose}>
      <div className="dialog__head">
        <h2 id={id}>{title}</h2>
        <Button onClick={() => dialog.current?.close()}>{t('action.close')}</Button>
      </div>
      {children}
    </dialog>
  );
}
