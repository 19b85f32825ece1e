import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwnPostView } from '../../../shared/forums/post.schema.js';
import { useOwnPosts } from './api';
import './forum.css';

/** What is said of a thing is found where the thing is. */
const placeOfComment = (dyad: string, { place, thread }: OwnPostView): string =>
  `/d/${dyad}/${place?.kind}s/${place?.id}#comment-${thread}`;

/** What waits for this reader: their own posts that came back or are read by moderators, a line each, with the place. */
export function WaitsForMe({ dyad, children }: { dyad: string; children: ReactNode }): ReactNode {
  const { t } = useTranslation('forum');
  const { data = [] } = useOwnPosts(dyad);
  const states = (['returned', 'held', 'pending'] as const).map((state) => ({
    state,
    posts: data.filter((post) => post.state === state),
  }));
  return (
    <div className="waits">
      {states.map(({ state, posts: [first, ...others] }) => {
        return (
          first && (
            <Link
              key={state}
              className="target-link"
              to={first.place ? placeOfComment(dyad, first) : `/d/${dyad}/topics/${first.topic}#own`}
            >
              {t(`home.mine.${state}`, { count: 1 + others.length })}
            </Link>
          )
        );
      })}
      {children}
    </div>
  );
}
