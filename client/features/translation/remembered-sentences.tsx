import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import { plainText } from '../../../shared/language/plain-text.js';
import { wordChanges } from '../../../shared/language/word-changes.js';
import type { RememberedSentence } from '../../../shared/translation/memory.schema.js';
import { Button } from '../../ui/button';
import { ChangedWords } from '../../ui/changed-words';
import { RichTextView } from '../../ui/rich-text';
import { Problem } from '../../ui/states';
import { Sentence } from '../../ui/texts';
import { useRemembered, type Translated } from './api';
import './translation.css';

interface RememberedProps {
  readonly at: Translated;
  /** Of the text: it is looked up anew when it was written anew. */
  readonly revision: number;
  /** Puts words into what is written. */
  readonly put: (words: string) => void;
}

/** What was translated before that is like the sentences of this text, with what is other in each; nothing where nothing is. */
export function RememberedSentences({ at, revision, put }: RememberedProps): ReactNode {
  const { t } = useTranslation('translation');
  const { data, error, refetch } = useRemembered(at, revision);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <section className="sheet stack">
      <h3>{t('remembered.title')}</h3>
      <ul className="plain-list contents">
        {data.flatMap((sentence) =>
          sentence.matches.map((match) => (
            <li key={`${sentence.text} ${match.entry.id}`}>
              <Remembered sentence={sentence} match={match} put={put} />
            </li>
          )),
        )}
      </ul>
    </section>
  );
}

interface MatchProps {
  readonly sentence: RememberedSentence;
  readonly match: RememberedSentence['matches'][number];
  readonly put: (words: string) => void;
}

/** One entry: how near it is, where it differs, what it says in the other language, and where it is from. */
function Remembered({ sentence, match: { match, percent, entry }, put }: MatchProps): ReactNode {
  const { t } = useTranslation(['translation', 'memory']);
  const { source, target, origin, fileName, isByPeople, confirmedBy } = entry;
  const changes = wordChanges(plainText(source.body), plainText(sentence.body));
  return (
    <div className="stack remembered">
      <p className="row small soft">
        <span className="tag">{t('remembered.percent', { percent })}</span>
        {match !== 'fuzzy' && <span>{t(`remembered.match.${match}`)}</span>}
      </p>
      <p lang={source.language} dir={directionOf(source.language)} className="remembered__sentence">
        <ChangedWords words={changes} />
      </p>
      <RichTextView text={target.body} lang={target.language} dir={directionOf(target.language)} />
      <p className="small soft">
        <Sentence
          names={{ file: fileName ?? '' }}
          say={(places) => (origin === 'text' ? t('memory:origin.text') : t('memory:origin.import', places))}
        />
        {'. '}
        {!isByPeople && `${t('memory:not_by_people')} `}
        {t(`memory:confirmed.${confirmedBy.length === 2 ? 'both' : confirmedBy.length === 1 ? 'one' : 'none'}`)}
      </p>
      <p>
        <Button onClick={() => put(target.text)}>{t('remembered.use')}</Button>
      </p>
    </div>
  );
}
