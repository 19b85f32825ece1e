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

/** Where people write. What is typed is never lost: it is kept on this device until the server has it. */
export function Composer(props: ComposerProps): ReactNode {
  const { t, i18n } = useTranslation('forum');
  const [text, setText] = useState(() => drafts.read(props.place) || props.initial || '');
  const [language, setLanguage] = useState(props.language);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const typed = useRef(0);
  const form = useRef<HTMLFormElement>(null);
  const hintId = useId();
  const sentenceFor = useFieldSentence(error);
  const other = looksLike(text, language, props.languages);

  const write = (next: string) => {
    setText(next);
    drafts.keep(props.place, next);
    if (Date.now() - typed.current > typingEveryMilliseconds) {
      typed.current = Date.now();
      props.onTyping?.();
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
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
  return (
    <form ref={form} className="composer" onSubmit={(event) => void submit(event)} aria-describedby={hintId}>
      {props.hint && <p id={hintId}>{props.hint}</p>}
      <TextArea
        label={props.label}
        hint={t('composer.markdown')}
        error={sentenceFor('text')}
        value={text}
        maxLength={longest}
        lang={language}
        dir={text ? directionOf(language) : undefined}
        onChange={({ target }) => write(target.value)}
        onKeyDown={(event) => sendOnControlEnter(event, form.current)}
      />
      {other && (
        <p className="small">
          {t('composer.looks_like', { language: languageName(i18n.language, other) })}{' '}
          <Button weight="quiet" onClick={() => setLanguage(other)}>
            {t('composer.use', { language: languageName(i18n.language, other) })}
          </Button>
        </p>
      )}
      {error !== undefined && !sentenceFor('text') && <Problem error={error} />}
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

/** Enter makes a line, as everywhere where people write long; with Control it sends. */
function sendOnControlEnter(event: KeyboardEvent, form: HTMLFormElement | null): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form?.requestSubmit();
}
