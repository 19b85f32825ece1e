import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';
import { longestVersionName } from '../../../../shared/statements/version.rules.js';
import { useAnnounce } from '../../../ui/announcer';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Problem, useFieldSentence } from '../../../ui/states';
import { useKeepVersion, type Place } from './api';

/** Keeps what is there now, under a name in the language that its giver writes in. */
export function KeepVersion({ place, language }: { place: Place; language: string }): ReactNode {
  const { t } = useTranslation('statement-versions');
  const announce = useAnnounce();
  const keep = useKeepVersion(place);
  const [name, setName] = useState('');
  const problemOf = useFieldSentence(keep.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(
      { name, language },
      {
        onSuccess: ({ number }) => {
          setName('');
          announce(t('keep.done', { number }));
        },
      },
    );
  };
  return (
    <details className="sheet">
      <summary>{t('keep.title')}</summary>
      <form className="stack" onSubmit={submit}>
        <TextField
          label={t('keep.name')}
          hint={t('keep.hint')}
          value={name}
          error={problemOf('name')}
          lang={language}
          dir={directionOf(language)}
          maxLength={longestVersionName}
          required
          onChange={({ target }) => setName(target.value)}
        />
        {keep.error && <Problem error={keep.error} />}
        <Button type="submit" weight="main" busy={keep.isPending}>
          {t('keep.do')}
        </Button>
      </form>
    </details>
  );
}
