import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';

interface ReasonFormProps {
  readonly label: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly send: (words: string) => void;
  readonly cancel: () => void;
}

/** Asks for words before something is done that somebody else will want to understand. */
export function ReasonForm({ label, submit, busy, send, cancel }: ReasonFormProps): ReactNode {
  const { t } = useTranslation('translation');
  const [words, setWords] = useState('');
  const give = (event: FormEvent) => {
    event.preventDefault();
    send(words);
  };
  return (
    <form className="sheet stack" onSubmit={give}>
      <TextArea
        label={label}
        value={words}
        maxLength={1_000}
        rows={3}
        dir="auto"
        onChange={({ target }) => setWords(target.value)}
      />
      <p className="row">
        <Button type="submit" weight="main" busy={busy || words.trim() === ''}>
          {submit}
        </Button>
        <Button onClick={cancel}>{t('cancel')}</Button>
      </p>
    </form>
  );
}
