import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { useFind } from './use-find';

interface FindBarProps {
  readonly languageOf: { readonly a: string; readonly b: string };
}

/** Finds words in both texts of all clauses; the browser's own search stays as it is. */
export function FindBar({ languageOf }: FindBarProps): ReactNode {
  const { t } = useTranslation('statement-editor');
  const [sought, setSought] = useState('');
  const { count, at, step } = useFind(sought, languageOf);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    step(1);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault();
      step(-1);
    }
  };
  return (
    <form className="find no-print" role="search" onSubmit={submit}>
      <TextField
        label={t('find.label')}
        type="search"
        value={sought}
        dir="auto"
        autoComplete="off"
        onChange={({ target }) => setSought(target.value)}
        onKeyDown={press}
      />
      <Button busy={count === 0} onClick={() => step(-1)}>
        {t('find.previous')}
      </Button>
      <Button type="submit" busy={count === 0}>
        {t('find.next')}
      </Button>
      <span className="small soft" role="status">
        {sought.trim() !== '' && (at > 0 ? t('find.at', { at, count }) : t('find.count', { count }))}
      </span>
    </form>
  );
}
