import type { ReactNode } from 'react';
import { hostOf, safeLink } from '../../../shared/language/safe-link.js';
import { directionOf } from '../../../shared/language/language.js';
import type { Block, Inline, StatementText } from '../../../shared/statements/statement-text.schema.js';
import { FootnoteMark, Footnoted } from './citations/footnotes';
import { ExplainedWords, TextWithTerms } from './terms/explained-words';

/** A text of a clause as it is read, outside its document. */
export function TextView({ text, language }: { text: StatementText; language: string }): ReactNode {
  return (
    <div className="clause-text clause-text--read" lang={language} dir={directionOf(language)}>
      <TextWithTerms language={language}>
        <Footnoted text={text}>
          <Blocks blocks={text} />
        </Footnoted>
      </TextWithTerms>
    </div>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }): ReactNode {
  return blocks.map((block, at) => <OneBlock key={at} block={block} />);
}

function OneBlock({ block }: { block: Block }): ReactNode {
  if (block.type === 'paragraph') return <p dir="auto">{words(block.content)}</p>;
  if (block.type === 'heading')
    return block.level === 2 ? <h3 dir="auto">{words(block.content)}</h3> : <h4 dir="auto">{words(block.content)}</h4>;
  if (block.type === 'blockquote')
    return (
      <blockquote>
        <Blocks blocks={block.content} />
      </blockquote>
    );
  const items = block.items.map((item, at) => (
    <li key={at}>
      <Blocks blocks={item} />
    </li>
  ));
  return block.type === 'orderedList' ? <ol>{items}</ol> : <ul>{items}</ul>;
}

const words = (content: readonly Inline[]): ReactNode => (
  <ExplainedWords content={content}>{(one, at) => <Words key={at} one={one} />}</ExplainedWords>
);

function Words({ one }: { one: Inline }): ReactNode {
  if ('break' in one) return <br />;
  if ('cites' in one) return <FootnoteMark cites={one.cites} />;
  const href = one.link === undefined ? undefined : safeLink(one.link);
  const strong = one.bold ? <strong>{one.text}</strong> : one.text;
  const marked = one.italic ? <em>{strong}</em> : strong;
  if (href === undefined) return marked;
  return (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank" data-leads-to={hostOf(href)}>
      {marked}
    </a>
  );
}
