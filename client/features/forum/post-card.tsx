import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readingOf } from '../../../shared/dyads/reading.rules.js';
import type { OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { PostView } from '../../../shared/forums/post.schema.js';
import type { TranslationView } from '../../../shared/translation/translation.schema.js';
import { plainText } from '../../../shared/language/plain-text.js';
import { formatAgo, formatTime } from '../../lib/format';
import { Button } from '../../ui/button';
import { SideMark } from '../../ui/side-mark';
import { AnsweredPost } from './answered-post';
import { PostText } from './post-text';
import { Restriction } from './restriction';
import './forum.css';

const History = lazy(async () => ({ default: (await import('./post-history')).PostHistory }));

export interface PostCardProps {
  readonly post: PostView;
  readonly dyad: string;
  readonly me: OwnMemberView;
  /** Somebody followed a link to it. */
  readonly marked: boolean;
  /** Another post of the page, if it is on it. */
  readonly find: (post: string) => PostView | undefined;
  readonly sideName: (side: PostView['author']['side']) => string;
  readonly onReply?: (post: PostView) => void;
  readonly onQuote?: (post: PostView, words: string) => void;
  readonly onWithdraw?: (post: PostView) => void;
  readonly onEdit?: (post: PostView) => void;
  readonly onHold?: (post: PostView) => void;
  readonly onReport?: (post: PostView) => void;
  /** Opens all that there is of the post in the reader's language. */
  readonly onTranslate: (post: PostView) => void;
  readonly onAsk: (post: PostView, language: string) => void;
}

/** One post: who of which side, when, whom it answers, in facing pages, and what one can do with it. */
export function PostCard(props: PostCardProps): ReactNode {
  const { post, dyad, me, find, marked, sideName } = props;
  const { t } = useTranslation('forum');
  const [history, showHistory] = useState(false);
  return (
    <article
      className={`post${post.replyTo ? ' post--reply' : ''}${marked ? ' post--marked' : ''}`}
      id={`post-${post.id}`}
      tabIndex={-1}
      aria-label={t('post.by', { name: post.author.pseudonym })}
    >
      <Head {...props} history={history} showHistory={showHistory} />
      {post.replyTo && post.answers && (
        <AnsweredPost
          dyad={dyad}
          post={post.replyTo}
          name={post.answers.pseudonym}
          known={find(post.replyTo)}
          reader={me.writesIn}
        />
      )}
      {post.body ? (
        <PostText
          body={post.body}
          language={post.language}
          translations={post.translations}
          reader={me.writesIn}
          reading={readingOf(me, post.language)}
          sideName={sideName}
          authorOf={(quoted) => find(quoted)?.author.pseudonym}
          onAsk={(language) => props.onAsk(post, language)}
        />
      ) : (
        !post.restriction && <p className="post__gone">{t(`post.gone.${post.state}`)}</p>
      )}
      {post.restriction && (
        <Suspense>
          <Restriction restriction={post.restriction} />
        </Suspense>
      )}
      {history && post.state === 'live' && (
        <Suspense>
          <History dyad={dyad} post={post.id} />
        </Suspense>
      )}
      <Acts {...props} />
    </article>
  );
}

interface HeadProps extends PostCardProps {
  readonly history: boolean;
  readonly showHistory: (shown: boolean) => void;
}

function Head({ post, sideName, history, showHistory }: HeadProps): ReactNode {
  const { t, i18n } = useTranslation('forum');
  const { author } = post;
  return (
    <header className="post__head">
      <SideMark side={author.side} label={sideName(author.side)} />
      <bdi className="post__author">{author.pseudonym}</bdi>
      <span className="small soft">{sideName(author.side)}</span>
      <a href={`#post-${post.id}`} className="small soft target-link">
        <time dateTime={post.publishedAt} title={formatTime(i18n.language, post.publishedAt)}>
          {formatAgo(i18n.language, post.publishedAt)}
        </time>
      </a>
      {post.revision > 1 && post.state === 'live' && (
        <Button weight="quiet" aria-expanded={history} onClick={() => showHistory(!history)}>
          {t('post.edited', { count: post.revision - 1 })}
        </Button>
      )}
    </header>
  );
}

function Acts(props: PostCardProps): ReactNode {
  const { post, me, onReply, onQuote, onWithdraw, onEdit, onHold, onReport, onTranslate } = props;
  const { t } = useTranslation('forum');
  if (post.state !== 'live' || !post.body) return null;
  const { body } = post;
  const quote = () => onQuote?.(post, selectedIn(document.getElementById(`post-${post.id}`)) || plainText(body));
  const mine = post.author.id === me.id;
  const offered = [
    ['reply', onReply],
    ['quote', onQuote && quote],
    ['edit', mine && onEdit],
    ['withdraw', mine && onWithdraw],
    ['translate', onTranslate],
    ['report', !mine && onReport],
    // Of their own words, people can report what was made of them in the other language.
    ['report_translation', mine && translationFor(post, me) && onReport],
    ['hold', !mine && onHold],
  ] as const;
  return (
    <div className="post__acts no-print">
      {offered.map(
        ([name, act]) =>
          act && (
            // Pressing a button must not let go of the words that are selected to be quoted.
            <Button key={name} weight="quiet" onMouseDown={(event) => event.preventDefault()} onClick={() => act(post)}>
              {t(`post.${name}`)}
            </Button>
          ),
      )}
    </div>
  );
}

/** The translation of a post that this reader has before them, where it has words. */
export function translationFor(
  { translations }: Pick<PostView, 'translations'>,
  { writesIn }: Pick<OwnMemberView, 'writesIn'>,
): TranslationView | undefined {
  const shown = translations.find(({ language }) => language === writesIn) ?? translations[0];
  return shown?.body ? shown : undefined;
}

/** The selected words, when the whole selection lies in the texts of this post. */
function selectedIn(article: Element | null): string {
  const selection = getSelection();
  if (!article || !selection || selection.rangeCount === 0 || selection.isCollapsed) return '';
  const { commonAncestorContainer: around } = selection.getRangeAt(0);
  const element = around instanceof Element ? around : around.parentElement;
  return element && article.contains(element) && element.closest('.post-text') ? selection.toString() : '';
}
