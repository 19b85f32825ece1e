import {
  lazy,
  Suspense,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { postMaximum } from '../../../shared/forums/post.rules.js';
import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import { directionOf } from '../../../shared/language/language.js';
import { languageName } from '../../lib/format';
import { Button } from '../../ui/button';
import { SelectField, TextArea } from '../../ui/field';
import { Problem, useFieldSentence } from '../../ui/states';
import { FormatHelp } from './format-help';
import { withQuotation } from './insertion';
import { LanguageHint } from './language-hint';
import { MentionList, optionId } from './mention-list';
import { PostPreview } from './post-preview';
import { OutsideNotice } from './outside-notice';
import { useDraft, type Draft, type Written } from './use-draft';
import { goOnAt, useMentions } from './use-mentions';
import './composer.css';

/** The patterns come with the first letter: most who read a thread write nothing in it. Without a network nothing is hinted at. */
const PersonalDataHint = lazy(async () => {
  const loaded = await import('./personal-data-hint').catch(() => undefined);
  return { default: loaded?.PersonalDataHint ?? (() => null) };
});

const counterFrom = 500;

/** What others on the page may do with a composer. */
export interface ComposerHandle {
  readonly focus: () => void;
  readonly quote: (quotation: string) => void;
}

/** Who may be mentioned, and whose words are quoted: what a composer knows of the people around it. */
export interface People {
  readonly mentionable: readonly MemberView[];
  /** Somebody is looking for a name. */
  readonly onSought?: () => void;
  readonly authorOf: (post: string) => string | undefined;
  /** Who outside gets the words to translate them, each with their country; nobody where they never leave. */
  readonly recipients?: readonly string[];
  readonly sideName: (side: MemberView['side']) => string;
}

export interface ComposerProps {
  readonly dyad: string;
  /** Where the draft is kept: one per thread, or per topic for a new thread. */
  readonly place: string;
  readonly languages: readonly string[];
  readonly language: string;
  readonly label: string;
  readonly submitLabel: string;
  readonly people: People;
  readonly hint?: string;
  readonly initial?: string;
  /** Whether the words were kept from them before: that is not taken back. */
  readonly keptInside?: boolean;
  /** Sends; the text is kept until it succeeded. */
  readonly send: (written: Written) => Promise<unknown>;
  readonly onTyping?: () => void;
  readonly onCancel?: () => void;
  readonly ref?: Ref<ComposerHandle>;
}

/** Where people write. What is typed is never lost. */
export function Composer(props: ComposerProps): ReactNode {
  const { t } = useTranslation('forum');
  const draft = useDraft(props);
  const { recipients = [] } = props.people;
  const [language, setLanguage] = useState(props.language);
  const [preview, showPreview] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const hintId = useId();
  const problem = useFieldSentence(draft.error)('text');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void draft.send(language);
  };
  return (
    <form ref={form} className="composer" onSubmit={submit} aria-describedby={props.hint ? hintId : undefined}>
      {props.hint && (
        <p id={hintId} className="soft">
          {props.hint}
        </p>
      )}
      <div className={preview ? 'composer__pages composer__pages--two' : 'composer__pages'}>
        <Words {...props} draft={draft} language={language} form={form} problem={problem} />
        {preview && (
          <PostPreview dyad={props.dyad} text={draft.text} language={language} authorOf={props.people.authorOf} />
        )}
      </div>
      <div className="composer__aids">
        <Button weight="quiet" aria-pressed={preview} onClick={() => showPreview(!preview)}>
          {t(preview ? 'preview.hide' : 'preview.show')}
        </Button>
        <FormatHelp />
      </div>
      {draft.text !== '' && (
        <Suspense>
          <PersonalDataHint text={draft.text} languages={props.languages} />
        </Suspense>
      )}
      <LanguageHint text={draft.text} language={language} languages={props.languages} choose={setLanguage} />
      {recipients.length > 0 && (
        <OutsideNotice recipients={recipients} staysInside={draft.staysInside} keepInside={draft.keepInside} />
      )}
      {draft.error !== undefined && !problem && <Problem error={draft.error} />}
      <Foot {...props} draft={draft} language={language} choose={setLanguage} />
    </form>
  );
}

interface WordsProps extends ComposerProps {
  readonly draft: Draft;
  readonly form: { readonly current: HTMLFormElement | null };
  readonly problem: string | undefined;
}

/** The field itself, with the people one may mention and how much room is left. */
function Words({ ref, draft, form, problem, people, language, label }: WordsProps): ReactNode {
  const { t } = useTranslation('forum');
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const { text, write } = draft;
  const mentions = useMentions({ people: people.mentionable, field, write, onSought: people.onSought });
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    quote: (quotation) => {
      const area = field.current;
      if (!area) return;
      const written = withQuotation(text, area.selectionEnd, quotation);
      write(written.text);
      goOnAt(area, written.caret);
      area.scrollIntoView({ block: 'center' });
    },
  }));
  const chosen = mentions.offered[mentions.active];
  const left = postMaximum - text.length;
  return (
    <div className="composer__words">
      <TextArea
        ref={field}
        label={label}
        error={problem}
        value={text}
        maxLength={postMaximum}
        lang={language}
        dir={text ? directionOf(language) : undefined}
        aria-autocomplete="list"
        aria-controls={chosen && listId}
        aria-activedescendant={chosen && optionId(listId, chosen)}
        onChange={({ target }) => {
          write(target.value);
          mentions.look(target.value, target.selectionEnd);
        }}
        onBlur={mentions.close}
        onKeyDown={(event) => {
          if (!mentions.press(event)) sendOnControlEnter(event, form.current);
        }}
      />
      <MentionList id={listId} mentions={mentions} sideName={people.sideName} />
      {left <= counterFrom && (
        <p className="small soft" role="status">
          {t('composer.left', { count: left })}
        </p>
      )}
    </div>
  );
}

interface FootProps extends ComposerProps {
  readonly draft: Draft;
  readonly choose: (language: string) => void;
}

function Foot({ draft, language, choose, languages, submitLabel, onCancel }: FootProps): ReactNode {
  const { t, i18n } = useTranslation('forum');
  return (
    <div className="composer__foot">
      <SelectField
        label={t('composer.language')}
        value={language}
        options={languages.map((code) => ({ value: code, label: languageName(i18n.language, code) }))}
        onChange={({ target }) => choose(target.value)}
      />
      <Button type="submit" weight="main" busy={draft.busy || draft.text.trim() === ''}>
        {submitLabel}
      </Button>
      {onCancel && <Button onClick={onCancel}>{t('composer.cancel')}</Button>}
      {draft.text !== '' && <span className="small soft">{t('composer.kept')}</span>}
    </div>
  );
}

/** Enter makes a line, as everywhere where people write long; with Control it sends. */
function sendOnControlEnter(event: KeyboardEvent, form: HTMLFormElement | null): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form?.requestSubmit();
}
