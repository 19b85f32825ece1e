import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostView } from '../../../shared/forums/post.schema.js';
import { directionOf } from '../../../shared/language/language.js';
import { plainText } from '../../../shared/language/plain-text.js';
import { usePost } from './api';

interface AnsweredProps {
  readonly dyad: string;
  readonly post: string;
  readonly name: string;
  /** The answered post, when it is on the page already. */
  readonly known: PostView | undefined;
  readonly reader: string;
}

/** Whom a reply answers; its first words on demand, with a link to the place. */
export function AnsweredPost({ dyad, post, name, known, reader }: AnsweredProps): ReactNode {
  const { t } = useTranslation('forum');
  const [open, setOpen] = useState(false);
  return (
    <details className="answered small" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('post.answers', { name })}</summary>
      {open && <FirstWords dyad={dyad} post={post} known={known} reader={reader} />}
    </details>
  );
}

function FirstWords({ dyad, post, known, reader }: Omit<AnsweredProps, 'name'>): ReactNode {
  const { t } = useTranslation('forum');
  const { data = known } = usePost(dyad, post, known === undefined);
  const words = data && firstWordsOf(data, reader);
  return (
    <p>
      {words && (
        <q lang={words.language} dir={directionOf(words.language)}>
          {words.text}
        </q>
      )}
      {data && !words && t(`post.gone.${data.state}`)}{' '}
      <a href={`#post-${post}`} className="target-link">
        {t('post.go_to')}
      </a>
    </p>
  );
}

const firstLetters = 160;

/** The first line of a post, in the reader's language where there is one. */
function firstWordsOf(post: PostView, reader: string): { text: string; language: string } | undefined {
  const translation =
    post.language === reader ? undefined : post.translations.find((one) => one.language === reader && one.body);
  const body = translation?.body ?? post.body;
  if (!body) return undefined;
  const [line = ''] = plainText(body).split('\n');
  const text = line.length > firstLetters ? `${line.slice(0, firstLetters).trimEnd()}…` : line;
  return { text, language: translation?.language ?? post.language };
}
