import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import { appealMaximum } from '../../../shared/moderation/appeal.rules.js';
import { drafts } from '../../lib/drafts';
import { languageName } from '../../lib/format';
import { newKey } from '../../lib/idempotency';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { SelectField, TextArea } from '../../ui/field';
import { Problem, useFieldSentence } from '../../ui/states';
import { useAppeal } from './api';

interface FormProps {
  readonly dyad: string;
  readonly notice: string;
  /** Where what is being written is kept. */
  readonly place: string;
  readonly languages: readonly string[];
  readonly language: string;
  readonly close: () => void;
}

/** An appeal under way: kept with every letter, sent once. */
export function AppealForm({ dyad, notice, place, languages, language: usual, close }: FormProps): ReactNode {
  const { t, i18n } = useTranslation('notices');
  const [words, setWords] = useState(() => drafts.read(place));
  const [language, setLanguage] = useState(usual);
  const key = useRef(newKey());
  const appeal = useAppeal(dyad, notice);
  const announce = useAnnounce();
  const problem = useFieldSentence(appeal.error)('words');
  const write = (next: string): void => {
    setWords(next);
    drafts.keep(place, next);
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    appeal.mutate(
      { words, language, key: key.current },
      {
        onSuccess: () => {
          drafts.keep(place, '');
          announce(t('appeal.sent'));
        },
      },
    );
  };
  return (
    <form className="sheet stack" noValidate onSubmit={send}>
      <TextArea
        label={t('appeal.words')}
        hint={t('appeal.hint', { most: new Intl.NumberFormat(i18n.language).format(appealMaximum) })}
        error={problem}
        value={words}
        maxLength={appealMaximum}
        lang={language}
        dir={directionOf(language)}
        onChange={({ target }) => write(target.value)}
      />
      <SelectField
        label={t('appeal.language')}
        value={language}
        options={languages.map((code) => ({ value: code, label: languageName(i18n.language, code) }))}
        onChange={({ target }) => setLanguage(target.value)}
      />
      {appeal.error && !problem && <Problem error={appeal.error} />}
      <div className="row">
        <Button type="submit" weight="main" busy={appeal.isPending}>
          {t('appeal.send')}
        </Button>
        <Button weight="quiet" onClick={close}>
          {t('appeal.cancel')}
        </Button>
      </div>
    </form>
  );
}
