import type { Editor } from '@tiptap/core';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';
import { citationKey, citationKinds, citationLimits } from '../../../../shared/statements/citation.rules.js';
import type { CitedThing } from '../../../../shared/statements/citation.schema.js';
import { useFirstFocus } from '../../../lib/use-first-focus';
import { formatDay } from '../../../lib/format';
import { useAnnounce } from '../../../ui/announcer';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { RecordSentence } from '../../../ui/record-sentence';
import { Loading, Problem } from '../../../ui/states';
import { insertCitation } from './citation-node';
import { CitedWords } from './cited-words';
import { useCitable, useRememberCited } from './citing';
import './footnote-dialog.css';

/** Finds what a text can cite, and cites it where the caret is. */
export function FootnoteDialog({ editor, close }: { editor: Editor; close: () => void }): ReactNode {
  const { t } = useTranslation('footnotes');
  const announce = useAnnounce();
  const remember = useRememberCited();
  const field = useFirstFocus<HTMLInputElement>();
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWords(typed.trim());
  };
  const cite = (thing: CitedThing) => {
    remember(thing);
    const number = insertCitation(editor, thing);
    close();
    announce(t('find.inserted', { number }));
  };
  return (
    <Dialog title={t('find.title')} onClose={close}>
      <form role="search" className="citable-search" onSubmit={submit}>
        <TextField
          ref={field}
          label={t('find.words')}
          hint={t('find.hint')}
          value={typed}
          inputMode="search"
          autoComplete="off"
          maxLength={citationLimits.words}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" weight="main">
          {t('find.start')}
        </Button>
      </form>
      <Found words={words} onCite={cite} />
    </Dialog>
  );
}

interface FoundProps {
  readonly words: string;
  readonly onCite: (thing: CitedThing) => void;
}

/** What was found, by kind; without words, the newest. */
function Found({ words, onCite }: FoundProps): ReactNode {
  const { t } = useTranslation('footnotes');
  const { data, error, refetch } = useCitable(words);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const count = data.length;
  return (
    <>
      <p className="small soft" role="status">
        {words === '' ? t('find.newest') : count === 0 ? t('find.none') : t('find.found', { count })}
      </p>
      {citationKinds.map((kind) => (
        <OfKind key={kind} kind={kind} things={data.filter((thing) => thing.kind === kind)} onCite={onCite} />
      ))}
    </>
  );
}

interface OfKindProps extends Pick<FoundProps, 'onCite'> {
  readonly kind: CitedThing['kind'];
  readonly things: readonly CitedThing[];
}

function OfKind({ kind, things, onCite }: OfKindProps): ReactNode {
  const { t } = useTranslation(['footnotes', 'dyads']);
  const id = useId();
  if (things.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{kind === 'record' ? t('dyads:record.title') : t('find.posts')}</h3>
      <ul className="plain-list citable">
        {things.map((thing) => (
          <li key={citationKey(thing)}>
            <button type="button" className="citable__thing" onClick={() => onCite(thing)}>
              <Offered thing={thing} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What somebody may cite, in more words than its footnote has: a post by how it begins, as its author wrote it. */
function Offered({ thing }: { thing: CitedThing }): ReactNode {
  const { t, i18n } = useTranslation('dyads');
  if (thing.kind === 'record' && thing.entry) {
    const { seq, on } = thing.entry;
    return (
      <>
        <RecordSentence entry={thing.entry} />
        <span className="small">
          {t('record.number', { number: seq })} · {formatDay(i18n.language, on)}
        </span>
      </>
    );
  }
  const words = thing.kind === 'post' ? thing.said?.words : undefined;
  return (
    <>
      <CitedWords thing={thing} />
      {words && (
        <bdi className="small" lang={words.language} dir={directionOf(words.language)}>
          {words.text}
        </bdi>
      )}
    </>
  );
}
