import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** Where a thread is opened. */
export interface Anchor {
  /** The post that the address names. */
  readonly marked: string;
  /** The post around which the thread is opened; nothing for its newest. */
  readonly anchor: string;
  readonly openAround: (post: string) => void;
  readonly goToNewest: () => void;
}

export function useAnchor(): Anchor {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const marked = /^#post-([0-9a-f-]{36})$/.exec(hash)?.[1] ?? '';
  const [anchor, setAnchor] = useState(marked);
  return {
    marked,
    anchor,
    openAround: setAnchor,
    goToNewest: () => {
      setAnchor('');
      void navigate({ hash: '' }, { replace: true });
    },
  };
}

/**
 * Follows a link to a post: one that is shown is scrolled to, for another the thread is opened around it. Each link is
 * followed once, so that what comes in later moves nothing.
 */
export function useFollowedLink({ marked, openAround }: Anchor, shown: readonly string[] | undefined): void {
  const { key } = useLocation();
  const followed = useRef('');
  useEffect(() => {
    if (!shown || marked === '' || followed.current === key) return;
    if (!shown.includes(marked)) {
      openAround(marked);
      return;
    }
    followed.current = key;
    const article = document.getElementById(`post-${marked}`);
    article?.scrollIntoView({ block: 'start' });
    article?.focus({ preventScroll: true });
  });
}
