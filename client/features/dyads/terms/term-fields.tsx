import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';
import { glossaryLimits, termStatuses } from '../../../../shared/translation/glossary.rules.js';
import { languageName } from '../../../lib/format';
import { Button } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import type { ErrorOf } from '../field-errors';
import { emptyTerm, fieldOf, type TermDraft, type TermDrafts } from './term-draft';

interface TermFieldsProps {
  readonly languages: readonly string[];
  readonly drafts: TermDrafts;
  readonly errorOf: ErrorOf;
  readonly change: (drafts: TermDrafts) => void;
}

/** The words of both sides, written side by side in fields of equal size. */
export function TermFields({ languages, drafts, errorOf, change }: TermFieldsProps): ReactNode {
  const { t, i18n } = useTranslation('glossary');
  const isFull = languages.flatMap((language) => drafts[language] ?? []).length >= glossaryLimits.terms;
  return (
    <div className="pair">
      {languages.map((language) => {
        const own = drafts[language] ?? [];
        const set = (terms: readonly TermDraft[]) => change({ ...drafts, [language]: terms });
        return (
          <fieldset key={language} className="term-fields">
            <legend>{t('form.words', { language: languageName(i18n.language, language) })}</legend>
            {own.map((term, place) => (
              <OneTerm
                key={place}
                term={term}
                language={language}
                field={fieldOf(drafts, languages, { language, place })}
                errorOf={errorOf}
                change={(part) => set(own.with(place, { ...term, ...part }))}
                remove={own.length > 1 ? () => set(own.toSpliced(place, 1)) : undefined}
              />
            ))}
            {!isFull && (
              <Button weight="quiet" onClick={() => set([...own, { ...emptyTerm, status: 'contested' }])}>
                {t('form.add_term')}
              </Button>
            )}
          </fieldset>
        );
      })}
    </div>
  );
}

interface OneTermProps {
  readonly term: TermDraft;
  readonly language: string;
  /** Where the contract has this term. */
  readonly field: string;
  readonly errorOf: ErrorOf;
  readonly change: (part: Partial<TermDraft>) => void;
  readonly remove: (() => void) | undefined;
}

function OneTerm({ term, language, field, errorOf, change, remove }: OneTermProps): ReactNode {
  const { t } = useTranslation('glossary');
  const { shortest } = glossaryLimits.stem;
  const written = { lang: language, dir: directionOf(language) };
  /** A list is one field here and many in the contract. */
  const errorIn = (list: 'forms' | 'stems'): string | undefined =>
    Array.from({ length: glossaryLimits[list] + 1 }, (_, at) => (at === 0 ? '' : `.${at - 1}`))
      .map((place) => errorOf(`${field}.${list}${place}`, t(`form.${list}`)))
      .find((error) => error !== undefined);
  return (
    <div className="term-fields__term">
      <TextField
        label={t('form.term')}
        error={errorOf(`${field}.form`, t('form.term')) ?? errorOf(field, t('form.term'))}
        {...written}
        maxLength={glossaryLimits.form}
        value={term.form}
        onChange={({ target }) => change({ form: target.value })}
      />
      <SelectField
        label={t('form.status')}
        hint={t(`status_what.${term.status}`)}
        error={errorOf(`${field}.status`, t('form.status'))}
        value={term.status}
        options={termStatuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        onChange={({ target }) => change({ status: termStatuses.find((one) => one === target.value) ?? 'preferred' })}
      />
      <TextField
        label={t('form.forms')}
        hint={t('form.forms_hint')}
        error={errorIn('forms')}
        {...written}
        value={term.forms}
        onChange={({ target }) => change({ forms: target.value })}
      />
      <TextField
        label={t('form.stems')}
        hint={t('form.stems_hint', { shortest })}
        error={errorIn('stems')}
        {...written}
        value={term.stems}
        onChange={({ target }) => change({ stems: target.value })}
      />
      {remove && (
        <Button weight="quiet" onClick={remove}>
          {t('form.remove_term')}
        </Button>
      )}
    </div>
  );
}
