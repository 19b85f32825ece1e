import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { drafts } from '../../lib/drafts';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { useFieldSentence } from '../../ui/states';

/** Words to colleagues may be so long, and where they are needed at least so long, in characters. */
const noteLimits = { least: 10, most: 1000 } as const;

interface NoteFormProps {
  readonly title: string;
  /** Where the words are kept until they are sent. */
  readonly place: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  /** Whether words may be left out. */
  readonly optional?: boolean;
  readonly error: unknown;
  readonly busy: boolean;
  readonly send: (note: string, sent: () => void) => void;
  /** What is chosen besides, above the words. */
  readonly children?: ReactNode;
}

/** Words that go with an act: why one opposes it, or how one judges it. */
export function NoteForm({ title, place, optional = false, error, busy, children, ...said }: NoteFormProps): ReactNode {
  const { t } = useTranslation('moderation');
  const [note, setNote] = useState(() => drafts.read(place));
  const [tried, setTried] = useState(false);
  const sentenceFor = useFieldSentence(error);
  const heading = useId();
  const isShort = !optional && note.trim().length < noteLimits.least;
  const write = (next: string) => {
    setNote(next);
    drafts.keep(place, next);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isShort && !busy) said.send(note.trim(), () => write(''));
  };
  return (
    <form className="stack reason-form" aria-labelledby={heading} onSubmit={onSubmit} noValidate>
      <h3 id={heading}>{title}</h3>
      {children}
      <TextArea
        label={said.label}
        hint={said.hint}
        error={tried && isShort ? t('desk.note_short', { least: noteLimits.least }) : sentenceFor('note')}
        value={note}
        maxLength={noteLimits.most}
        required={!optional}
        dir="auto"
        onChange={({ target }) => write(target.value)}
      />
      <p className="row">
        <Button type="submit" weight="main" busy={busy}>
          {said.submit}
        </Button>
      </p>
    </form>
  );
}
