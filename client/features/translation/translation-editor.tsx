import {
  useId,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import { wordChanges } from '../../../shared/language/word-changes.js';
import type { ConceptView } from '../../../shared/translation/glossary.schema.js';
import type { TranslationDossier } from '../../../shared/translation/human-work.schema.js';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { ChangedWords } from '../../ui/changed-words';
import { Problem } from '../../ui/states';
import { usePropose } from './api';
import { FacingPair } from './facing-pair';
import { withWords } from './insertion';
import { MarkedTerms } from './marked-terms';
import { RememberedSentences } from './remembered-sentences';
import { TermsInText } from './terms-in-text';
import { termsOf } from './text-terms';

interface EditorProps {
  readonly dyad: string;
  readonly dossier: TranslationDossier;
  readonly reader: string;
  readonly concepts: readonly ConceptView[];
  /** Words to begin with. */
  readonly initial: string;
}

const mostLetters = 10_000;

/**
 * Where a translation is written, beside the original. What a machine made can be begun with; what was translated before,
 * and words of the glossary, can be put in where one is writing.
 */
export function TranslationEditor({ dyad, dossier, reader, concepts, initial }: EditorProps): ReactNode {
  const { t } = useTranslation('translation');
  const { post, target, machine, revision, language, text: original } = dossier;
  const announce = useAnnounce();
  const propose = usePropose({ dyad, post, language: target });
  const [text, setText] = useState(initial);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const find = useMemo(() => termsOf(concepts, language), [concepts, language]);
  const id = useId();
  const put = (words: string) => {
    const written = withWords(text, field.current?.selectionEnd ?? text.length, words);
    setText(written.text);
    goOnAt(field, written.caret);
    announce(t('write.was_put_in'));
  };
  const wasSent = (waits: boolean) => {
    setText('');
    announce(t(waits ? 'write.waits' : 'write.shown'));
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    propose.mutate({ text, revision }, { onSuccess: ({ waits }) => wasSent(waits) });
  };
  return (
    <form ref={form} className="stack" onSubmit={send}>
      <h2>
        <label htmlFor={id}>{t('write.title')}</label>
      </h2>
      <FacingPair dossier={dossier} reader={reader} showWords={(words) => <MarkedTerms text={words} find={find} />}>
        <textarea
          ref={field}
          id={id}
          className="input"
          rows={8}
          value={text}
          maxLength={mostLetters}
          lang={target}
          dir={directionOf(target)}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => sendOnControlEnter(event, form.current)}
        />
      </FacingPair>
      <ChangesToMachine machine={machine} text={text} target={target} />
      {propose.error && <Problem error={propose.error} />}
      <p className="row">
        <Button type="submit" weight="main" busy={propose.isPending || text.trim() === ''}>
          {t('write.send')}
        </Button>
        {machine !== null && text === '' && <Button onClick={() => setText(machine)}>{t('write.from_machine')}</Button>}
      </p>
      <div className="translation-aids">
        <RememberedSentences at={{ dyad, post, language: target }} revision={revision} put={put} />
        <TermsInText {...{ language, target, concepts, find, put }} text={original} />
      </div>
    </form>
  );
}

interface ChangesProps {
  readonly machine: string | null;
  readonly text: string;
  readonly target: string;
}

/** What is other than in the machine's text; nothing before there is something to compare. */
function ChangesToMachine({ machine, text, target }: ChangesProps): ReactNode {
  const { t } = useTranslation('translation');
  if (machine === null || text === '') return null;
  return (
    <details>
      <summary>{t('write.changes')}</summary>
      <p lang={target} dir={directionOf(target)}>
        <ChangedWords words={wordChanges(machine, text)} />
      </p>
    </details>
  );
}

/** Has the caret behind what was put in, so that the next words come after it; the page stays where it is. */
function goOnAt(field: RefObject<HTMLTextAreaElement | null>, caret: number): void {
  requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
}

/** Enter makes a line; with Control it sends. */
function sendOnControlEnter(event: KeyboardEvent, form: HTMLFormElement | null): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form?.requestSubmit();
}
