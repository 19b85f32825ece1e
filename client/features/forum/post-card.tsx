import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { PostView } from '../../../shared/forums/post.schema.js';
import { formatAgo, formatTime } from '../../lib/format';
import { BilingualText } from '../../ui/bilingual-text';
import { Button } from '../../ui/button';
import { SideMark } from '../../ui/side-mark';
import './forum.css';

const History = lazy(async () => ({ default: (await import('./post-history')).PostHistory }));

export interface PostCardProps {
  readonly post: PostView;
  readonly dyad: string;
  readonly me: OwnMemberView;
  readonly sideName: (side: PostView['author']['side']) => string;
  readonly onReply?: (post: PostView) => void;
  readonly onWithdraw?: (post: PostView) => void;
  readonly onEdit?: (post: PostView) => void;
  readonly onHold?: (post: PostView) => void;
  readonly onTranslate?: (post: PostView) => void;
  readonly onAsk: (post: PostView, language: string) => void;
}

/** One post: who of which side, when, in facing pages, and what one can do with it. */
export function PostCard(props: PostCardProps): ReactNode {
  const { post, dyad, me, sideName } = props;
  const { t, i18n } = useTranslation('forum');
  const [history, showHistory] = useState(false);
  const { author } = post;
  return (
    <article
      className={`post${post.replyTo ? ' post--reply' : ''}`}
      id={`post-${post.id}`}
      aria-label={t('post.by', { name: author.pseudonym })}
    >
      <header className="post__head">
        <SideMark side={author.side} label={sideName(author.side)} />
        <bdi className="post__author">{author.pseudonym}</bdi>
        <span className="small soft">{sideName(author.side)}</span>
        <a href={`#post-${post.id}`} className="small soft">
          <time dateTime={post.publishedAt} title={formatTime(i18n.language, post.publishedAt)}>
            {formatAgo(i18n.language, post.publishedAt)}
          </time>
        </a>
        {post.revision > 1 && (
          <Button weight="quiet" aria-expanded={history} onClick={() => showHistory(!history)}>
            {t('post.edited', { count: post.revision - 1 })}
          </Button>
        )}
        {post.replyTo && (
          <a className="small" href={`#post-${post.replyTo}`}>
            {t('post.in_reply')}
          </a>
        )}
      </header>
      {post.body ? (
        <BilingualText
          original={post.body}
          language={post.language}
          translations={post.translations}
          reader={me.writesIn}
          reading={me.reading}
          onAsk={(language) => props.onAsk(post, language)}
        />
      ) : (
        <p className="post__gone">{t(`post.gone.${post.state}`)}</p>
      )}
      {history && (
        <Suspense>
          <History dyad={dyad} post={post.id} />
        </Suspense>
      )}
      <Acts {...props} />
    </article>
  );
}

function Acts({ post, me, onReply, onWithdraw, onEdit, onHold, onTranslate }: PostCardProps): ReactNode {
  const { t } = useTranslation('forum');
  if (post.state !== 'live') return null;
  const mine = post.author.id === me.id;
  return (
    <div className="post__acts no-print">
      {onReply && (
        <Button weight="quiet" onClick={() => onReply(post)}>
          {t('post.reply')}
        </Button>
      )}
      {mine && onEdit && (
        <Button weight="quiet" onClick={() => onEdit(post)}>
          {t('post.edit')}
        </Button>
      )}
      {mine && onWithdraw && (
        <Button weight="quiet" onClick={() => onWithdraw(post)}>
          {t('post.withdraw')}
        </Button>
      )}
      {onTranslate && (
        <Button weight="quiet" onClick={() => onTranslate(post)}>
          {t('post.translate')}
        </Button>
      )}
      {!mine && onHold && (
        <Button weight="quiet" onClick={() => onHold(post)}>
          {t('post.hold')}
        </Button>
      )}
    </div>
  );
}
