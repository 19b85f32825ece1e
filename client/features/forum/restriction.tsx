import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostView } from '../../../shared/forums/post.schema.js';

/** What moderators of both sides decided about a post, and why. */
export function Restriction({ restriction }: { restriction: NonNullable<PostView['restriction']> }): ReactNode {
  const { t } = useTranslation(['forum', 'moderation']);
  const said = restriction.what === 'removed' ? t('post.gone.removed') : t('post.redacted');
  return (
    <p className={restriction.what === 'removed' ? 'post__gone' : 'small soft'}>
      {said} {t(`moderation:reason.${restriction.reason}`)}.
    </p>
  );
}
