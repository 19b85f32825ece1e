import { createContext, Fragment, useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block, Inline, RichText } from '../../shared/language/rich-text.js';
import './rich-text.css';

export const asWritten = (words: string): ReactNode => words;

/** How runs of words are shown, where a page has something to say about words of a language. */
export const ShownWords = createContext<(words: string, language: string) => ReactNode>(asWritten);

const TextLanguage = createContext('');

/** Shows a parsed text. It can only make these elements, so nothing anybody wrote becomes markup. */
export function RichTextView({ text, lang, dir }: { text: RichText; lang: string; dir: 'ltr' | 'rtl' }): ReactNode {
  return (
    <div className="rich-text" lang={lang} dir={dir}>
      <TextLanguage value={lang}>{blocks(text)}</TextLanguage>
    </div>
  );
}

const blocks = (text: RichText): ReactNode => text.map((block, at) => <Fragment key={at}>{blockOf(block)}</Fragment>);

function blockOf(block: Block): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlines(block.inlines)}</p>;
    case 'heading': {
      const Heading = `h${block.level + 1}` as 'h3' | 'h4' | 'h5';
      return <Heading>{inlines(block.inlines)}</Heading>;
    }
    case 'bulletList':
      return <ul>{items(block.items)}</ul>;
    case 'orderedList':
      return <ol start={block.start}>{items(block.items)}</ol>;
    case 'quote':
      return (
        <blockquote>
          {blocks(block.blocks)}
          {block.gone && <GoneWords />}
          {block.post && (
            <a className="rich-text__source" href={`#post-${block.post}`}>
              ↩
            </a>
          )}
        </blockquote>
      );
    case 'code':
      return (
        <pre dir="ltr">
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
  }
}

/** Stands for quoted words that are held, or were taken away. */
function GoneWords(): ReactNode {
  const { t, i18n } = useTranslation('forum');
  return (
    <p className="soft" lang={i18n.language} dir={i18n.dir()}>
      {t('post.quote_gone')}
    </p>
  );
}

const items = (list: readonly RichText[]): ReactNode => list.map((item, at) => <li key={at}>{blocks(item)}</li>);

const inlines = (list: readonly Inline[]): ReactNode =>
  list.map((inline, at) => <Fragment key={at}>{inlineOf(inline)}</Fragment>);

function inlineOf(inline: Inline): ReactNode {
  switch (inline.type) {
    case 'text':
      return <Words words={inline.text} />;
    case 'strong':
      return <strong>{inlines(inline.inlines)}</strong>;
    case 'emphasis':
      return <em>{inlines(inline.inlines)}</em>;
    case 'code':
      return <code dir="ltr">{inline.text}</code>;
    case 'link':
      return (
        <a href={inline.href} rel="noopener nofollow ugc noreferrer" target="_blank">
          {/* A link is one thing to press. */}
          <ShownWords value={asWritten}>{inlines(inline.inlines)}</ShownWords>
        </a>
      );
    case 'mention':
      return <bdi className="mention">@{inline.pseudonym}</bdi>;
    case 'break':
      return <br />;
  }
}

function Words({ words }: { words: string }): ReactNode {
  const language = useContext(TextLanguage);
  return useContext(ShownWords)(words, language);
}
