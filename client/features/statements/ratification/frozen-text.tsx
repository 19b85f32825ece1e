import { Fragment, type ReactNode } from 'react';
import { directionOf } from '../../../../shared/language/language.js';
import type { RoundView } from '../../../../shared/statements/ratification.schema.js';
import type { Block, Inline } from '../../../../shared/statements/statement-text.schema.js';
import { languageName } from '../../../lib/format';
import { FootnoteMark, Footnoted } from '../citations/footnotes';
import { useTranslation } from 'react-i18next';
import { ExplainedWords, TextWithTerms } from '../terms/explained-words';

interface FrozenTextProps {
  readonly round: RoundView;
  readonly languageOf: { readonly a: string; readonly b: string };
  /** The language whose text stands first. */
  readonly first: string;
}

/** Both texts exactly as they are signed, made from the characters that were hashed and not from the open document. */
export function FrozenText({ round, languageOf, first }: FrozenTextProps): ReactNode {
  const { t, i18n } = useTranslation('statements');
  const sides = (['a', 'b'] as const).toSorted(
    (one, other) => Number(languageOf[other] === first) - Number(languageOf[one] === first),
  );
  return (
    <ol className="plain-list stack">
      {round.clauses.map(({ id, texts }, at) => (
        <li key={id}>
          <p className="small soft">{t('clause.number', { number: at + 1 })}</p>
          <div className="clause__pages">
            {sides.map((side) => (
              <section key={side} lang={languageOf[side]} dir={directionOf(languageOf[side])} className="frozen-text">
                <p className="visually-hidden" lang={i18n.language}>
                  {languageName(i18n.language, languageOf[side])}
                </p>
                <TextWithTerms language={languageOf[side]}>
                  <Footnoted text={texts[side]}>
                    <Blocks blocks={texts[side]} />
                  </Footnoted>
                </TextWithTerms>
              </section>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

const Blocks = ({ blocks }: { blocks: readonly Block[] }): ReactNode =>
  blocks.map((block, at) => <OneBlock key={at} block={block} />);

function OneBlock({ block }: { block: Block }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <ExplainedWords content={block.content}>{inline}</ExplainedWords>
        </p>
      );
    case 'heading':
      return (
        <h4>
          <ExplainedWords content={block.content}>{inline}</ExplainedWords>
        </h4>
      );
    case 'blockquote':
      return (
        <blockquote>
          <Blocks blocks={block.content} />
        </blockquote>
      );
    case 'bulletList':
    case 'orderedList': {
      const List = block.type === 'bulletList' ? 'ul' : 'ol';
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={at}>
              <Blocks blocks={item} />
            </li>
          ))}
        </List>
      );
    }
  }
}

function inline(one: Inline, at: number): ReactNode {
  if ('break' in one) return <br key={at} />;
  if ('cites' in one) return <FootnoteMark key={at} cites={one.cites} />;
  let words: ReactNode = one.text;
  if (one.bold) words = <strong>{words}</strong>;
  if (one.italic) words = <em>{words}</em>;
  return <Fragment key={at}>{one.link === undefined ? words : <a href={one.link}>{words}</a>}</Fragment>;
}
