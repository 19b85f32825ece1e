import { useId, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import { looksLike } from '../../../shared/language/detect-language.js';
import { drafts } from '../../lib/drafts';
import { languageName } from '../../lib/format';
import { newKey } from '../../lib/idempotency';
import { Button } from '../../ui/button';
import { SelectField, TextArea } from '../../ui/field';
import { Problem, useFieldSentence } from '../../ui/states';
import './forum.css';

const longest = 10_000;
const typingEveryMilliseconds = 3000;

export interface Written {
  readonly text: string;
  readonly language: string;
  readonly key: string;
}

export interface ComposerProps {
  /** Where the draft is kept: one per thread, or per topic for a new thread. */
  readonly place: string;
  readonly languages: readonly string[];
  readonly language: string;
  readonly label: string;
  readonly submitLabel: string;
  readonly hint?: string;
  readonly initial?: string;
  /** Sends; the text is kept until it succeeded. */
  readonly send: (written: Written) => Promise<unknown>;
  readonly onTyping?: () => void;
  readonly onCancel?: () => void;
}

/** The text under way: kept on this device with every letter, sent once, and let go only when the server has it. */
function useDraft(props: ComposerProps) {
  const [text, setText] = useState(() => drafts.read(props.place) || props.initial || '');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const typed = useRef(0);
  const write = (next: string) => {
    setText(next);
    drafts.keep(props.place, next);
    if (Date.now() - typed.current > typingEveryMilliseconds) {
      typed.current = Date.now();
      props.onTyping?.();
    }
  };
  const send = async (language: string) => {
    if (busy || text.trim() === '') return;
    setBusy(true);
    setError(undefined);
    try {
      await props.send({ text, language, key: key.current });
      key.current = newKey();
      setText('');
      drafts.keep(props.place, '');
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { text, write, send, error, busy };
}

/** Where people write. What is typed is never lost. */
export function Composer(props: ComposerProps): ReactNode {
  const { t, i18n } = useTranslation('forum');
  const { text, write, send, error, busy } = useDraft(props);
  const [language, setLanguage] = useState(props.language);
  const form = useRef<HTMLFormElement>(null);
  const hintId = useId();
  const problem = useFieldSentence(error)('text');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(language);
  };
  return (
    <form ref={form} className="composer" onSubmit={submit} aria-describedby={props.hint ? hintId : undefined}>
      {props.hint && <p id={hintId}>{props.hint}</p>}
      <TextArea
        label={props.label}
        hint={t('composer.markdown')}
        error={problem}
        value={text}
        maxLength={longest}
        lang={language}
        dir={text ? directionOf(language) : undefined}
        onChange={({ target }) => write(target.value)}
        onKeyDown={(event) => sendOnControlEnter(event, form.current)}
      />
      <LanguageHint text={text} language={language} languages={props.languages} choose={setLanguage} />
      {error !== undefined && !problem && <Problem error={error} />}
      <div className="composer__foot">
        <SelectField
          label={t('composer.language')}
          value={language}
          options={props.languages.map((code) => ({ value: code, label: languageName(i18n.language, code) }))}
          onChange={({ target }) => setLanguage(target.value)}
        />
        <Button type="submit" weight="main" busy={busy || text.trim() === ''}>
          {props.submitLabel}
        </Button>
        {props.onCancel && <Button onClick={props.onCancel}>{t('composer.cancel')}</Button>}
        {text !== '' && <span className="small soft">{t('composer.kept')}</span>}
      </div>
    </form>
  );
}

interface LanguageHintProps {
  readonly text: string;
  readonly language: string;
  readonly languages: readonly string[];
  readonly choose: (language: string) => void;
}

/** Says when a text does not look like the language it is said to be in; the author decides. */
function LanguageHint({ text, language, languages, choose }: LanguageHintProps): ReactNode {
  const { t, i18n } = useTranslation('forum');
  const other = looksLike(text, language, languages);
  if (!other) return null;
  const name = languageName(i18n.language, other);
  return (
    <p className="small">
      {t('composer.looks_like', { language: name })}{' '}
      <Button weight="quiet" onClick={() => choose(other)}>
        {t('composer.use', { language: name })}
      </Button>
    </p>
  );
}

/** Enter makes a line, as everywhere where people write long; with Control it sends. */
function sendOnControlEnter(event: KeyboardEvent, form: HTMLFormElement | null): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form?.requestSubmit();
}
