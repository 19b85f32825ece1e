import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { citationPath, isCitation, isGone, type Citation } from '../../../../shared/statements/citation.rules.js';
import type { CitedThing } from '../../../../shared/statements/citation.schema.js';
import { formatDay } from '../../../lib/format';
import { RecordSentence } from '../../../ui/record-sentence';
import { Sentence } from '../../../ui/texts';
import { useCitingDyad } from './citing';

type Said = NonNullable<Extract<CitedThing, { kind: 'post' }>['said']>;
type InBoth = Said['thread'];

interface CitedProps {
  readonly cites: Citation;
  /** Nothing when it is not there; undefined while nobody could look it up. */
  readonly thing: CitedThing | null | undefined;
}

/** A footnote: what is cited, as a link to where it stands. What is not there leads nowhere and says so. */
export function CitedLink({ cites, thing }: CitedProps): ReactNode {
  const { t } = useTranslation('footnotes');
  const dyad = useCitingDyad();
  if (thing === null || (thing && isGone(thing)) || !isCitation(cites)) return t('gone');
  return (
    <Link to={`/d/${dyad}/${citationPath(cites)}`}>
      {thing ? <CitedWords thing={thing} /> : cites.kind === 'record' ? t('entry', { number: cites.of }) : t('post')}
    </Link>
  );
}

/** What is there, in words. */
export function CitedWords({ thing }: { thing: CitedThing }): ReactNode {
  const { t, i18n } = useTranslation('footnotes');
  if (thing.kind === 'record' && thing.entry) {
    const { seq, on } = thing.entry;
    return (
      <>
        {t('record', { number: seq, day: formatDay(i18n.language, on) })} <RecordSentence entry={thing.entry} />
      </>
    );
  }
  if (thing.kind === 'post' && thing.said) return <PostWords said={thing.said} />;
  return thing.kind === 'post' && thing.state === 'held' ? t('held') : t('post_for_members');
}

/** A post by the title of its thread, in the reader's language where there is a translation, which is then said to be one. */
function PostWords({ said: { thread, on } }: { said: Said }): ReactNode {
  const { t, i18n } = useTranslation('footnotes');
  const read = readIn(thread, i18n.language);
  return (
    <>
      <Sentence
        texts={{ thread: { [read.language]: read.text } }}
        say={(places) => t('post_in', { ...places, day: formatDay(i18n.language, on) })}
      />
      {read.language !== thread.language && (
        <span className="soft">
          {' ('}
          <Sentence
            texts={{ thread: { [thread.language]: thread.text } }}
            say={(places) => t('translated', { ...places })}
          />
          {')'}
        </span>
      )}
    </>
  );
}

const readIn = (title: InBoth, reader: string): Pick<InBoth, 'language' | 'text'> =>
  title.language === reader ? title : (title.translations.find(({ language }) => language === reader) ?? title);
