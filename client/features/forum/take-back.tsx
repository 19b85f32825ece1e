import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Problem } from '../../ui/states';
import { useWithdrawPost } from './api';

interface TakeBackProps {
  readonly dyad: string;
  readonly post: string;
  readonly done?: () => void;
  readonly close: () => void;
}

/** What taking back means, before it happens: it is the one act here that nothing brings back. */
export function TakeBack({ dyad, post, done, close }: TakeBackProps): ReactNode {
  const { t } = useTranslation('forum');
  const withdraw = useWithdrawPost(dyad);
  const question = useRef<HTMLElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <section ref={question} tabIndex={-1} className="notice notice--caution" aria-label={t('post.withdraw')}>
      <div>
        <p>{t('post.withdraw_what')}</p>
        {withdraw.error && <Problem error={withdraw.error} />}
        <div className="row">
          <Button
            weight="main"
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate(post, { onSuccess: () => (close(), done?.()) })}
          >
            {t('post.withdraw')}
          </Button>
          <Button onClick={close}>{t('post.keep')}</Button>
        </div>
      </div>
    </section>
  );
}
