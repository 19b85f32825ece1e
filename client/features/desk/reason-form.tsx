import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import { reasonCodes, type ReasonCode } from '../../../shared/moderation/reasons.js';
import { drafts } from '../../lib/drafts';
import { languageName } from '../../lib/format';
import { Button } from '../../ui/button';
import { SelectField, TextArea } from '../../ui/field';
import { useFieldSentence } from '../../ui/states';
import { useSentencesIn } from './sentences-in';
import './desk.css';

interface ReasonFormProps {
  /** Where the words are kept until they are sent. */
  readonly place: string;
  /** The language of the author, who will read the reason. */
  readonly language: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly error: unknown;
  readonly busy: boolean;
  /** Whether words to the author may be left out. */
  readonly optional?: boolean;
  /** Sends; `sent` is to be called once the server has it, and lets the words go. */
  readonly send: (reason: ReasonCode, note: string, sent: () => void) => void;
}

/** A reason from the fixed list, as the author will read it, and words to the author. */
export function ReasonForm({ place, language, optional = false, error, busy, ...said }: ReasonFormProps): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  const [reason, setReason] = useState<ReasonCode>();
  const [note, setNote] = useState(() => drafts.read(place));
  const [unchosen, setUnchosen] = useState(false);
  const sentenceFor = useFieldSentence(error);
  const write = (next: string) => {
    setNote(next);
    drafts.keep(place, next);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setUnchosen(reason === undefined);
    if (reason !== undefined && !busy) said.send(reason, note, () => write(''));
  };
  return (
    <form className="stack reason-form" onSubmit={onSubmit} noValidate>
      <SelectField
        label={t('desk.reason')}
        value={reason ?? ''}
        error={unchosen && reason === undefined ? t('desk.reason_needed') : undefined}
        options={[
          { value: '', label: t('desk.reason_choose') },
          ...reasonCodes.map((code) => ({ value: code, label: t(`reason.${code}`) })),
        ]}
        onChange={({ target }) => setReason(reasonCodes.find((code) => code === target.value))}
      />
      {reason && <AsRead reason={reason} language={language} />}
      <TextArea
        label={said.label}
        hint={`${said.hint} ${t('desk.note_language', { language: languageName(i18n.language, language) })}`}
        error={sentenceFor('note')}
        value={note}
        maxLength={1000}
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

/** The reason in the words the author will read. */
function AsRead({ reason, language }: { reason: ReasonCode; language: string }): ReactNode {
  const { t } = useTranslation('moderation');
  const own = useSentencesIn(language);
  if (!own) return null;
  return (
    <p className="small">
      {t('desk.author_reads')}{' '}
      <q lang={language} dir={directionOf(language)}>
        {own(`reason.${reason}`)}
      </q>
    </p>
  );
}
