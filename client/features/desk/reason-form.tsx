import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonCodes, type ReasonCode } from '../../../shared/moderation/reasons.js';
import { Button } from '../../ui/button';
import { SelectField, TextArea } from '../../ui/field';
import { useFieldSentence } from '../../ui/states';

interface ReasonFormProps {
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly error: unknown;
  /** Whether words to the author may be left out. */
  readonly optional?: boolean;
  readonly send: (reason: ReasonCode, note: string) => void;
}

/** A reason from the fixed list, and words to the author. */
export function ReasonForm({ label, hint, submit, error, optional = false, send }: ReasonFormProps): ReactNode {
  const { t } = useTranslation('moderation');
  const [reason, setReason] = useState<ReasonCode>('RULES_OTHER');
  const [note, setNote] = useState('');
  const sentenceFor = useFieldSentence(error);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send(reason, note);
  };
  return (
    <form className="stack" onSubmit={onSubmit}>
      <SelectField
        label={t('desk.reason')}
        value={reason}
        options={reasonCodes.map((code) => ({ value: code, label: t(`reason.${code}`) }))}
        onChange={({ target }) => setReason(reasonCodes.find((code) => code === target.value) ?? 'RULES_OTHER')}
      />
      <TextArea
        label={label}
        hint={hint}
        error={sentenceFor('note')}
        value={note}
        minLength={optional ? 0 : 10}
        maxLength={1000}
        required={!optional}
        dir="auto"
        onChange={({ target }) => setNote(target.value)}
      />
      <Button type="submit" weight="main">
        {submit}
      </Button>
    </form>
  );
}
