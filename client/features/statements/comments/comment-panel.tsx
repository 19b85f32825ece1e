import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { Button } from '../../../ui/button';
import './comments.css';

interface CommentPanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the texts; on a phone a sheet over the lower part of the page, so that the words above stay to be read. */
export function CommentPanel({ title, onClose, children }: CommentPanelProps): ReactNode {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), [title]);
  useShortcuts({ Escape: onClose });
  return (
    <aside ref={panel} className="comment-panel" tabIndex={-1} aria-label={title}>
      <div className="comment-panel__head">
        <h2>{title}</h2>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </div>
      {children}
    </aside>
  );
}
