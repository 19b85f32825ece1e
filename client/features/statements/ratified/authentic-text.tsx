import { Fragment, type ReactNode } from 'react';
import { safeLink } from '../../../../shared/language/safe-link.js';
import type { Block, Inline, StatementText } from '../../../../shared/statements/statement-text.schema.js';
import { FootnoteMark, Footnoted } from '../citations/footnotes';
import { ExplainedWords } from '../terms/explained-words';

/** A text and, beneath it, what it cites. */
export const AuthenticText = ({ text }: { text: StatementText }): ReactNode => (
  <Footnoted text={text}>{blocks(text)}</Footnoted>
);

/** The blocks of a text as elements, one each; it can only make these, so nothing anybody wrote becomes markup. */
const blocks = (text: StatementText): ReactNode =>
  text.map((block, at) => <Fragment key={at}>{blockOf(block)}</Fragment>);

function blockOf(block: Block): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlines(block.content)}</p>;
    case 'heading': {
      // The title and the number of the clause stand above.
      const Heading = `h${Math.min(block.level + 1, 6)}` as 'h3' | 'h4' | 'h5' | 'h6';
      return <Heading>{inlines(block.content)}</Heading>;
    }
    case 'blockquote':
      return <blockquote>{blocks(block.content)}</blockquote>;
    case 'bulletList':
      return <ul>{items(block.items)}</ul>;
    case 'orderedList':
      return <ol>{items(block.items)}</ol>;
  }
}

const items = (list: readonly StatementText[]): ReactNode => list.map((item, at) => <li key={at}>{blocks(item)}</li>);

const inlines = (content: readonly Inline[]): ReactNode => (
  <ExplainedWords content={content}>{(one, at) => <Fragment key={at}>{inlineOf(one)}</Fragment>}</ExplainedWords>
);

function inlineOf(one: Inline): ReactNode {
  if ('break' in one) return <br />;
  if ('cites' in one) return <FootnoteMark cites={one.cites} />;
  const bold = one.bold ? <strong>{one.text}</strong> : one.text;
  const words = one.italic ? <em>{bold}</em> : bold;
  const href = one.link === undefined ? undefined : safeLink(one.link);
  return href === undefined ? (
    words
  ) : (
    <a href={href} rel="noopener nofollow ugc noreferrer" target="_blank">
      {words}
    </a>
  );
}
