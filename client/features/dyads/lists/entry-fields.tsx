import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';
import { entryKinds, wordlistLimits } from '../../../../shared/moderation/detection/wordlist.rules.js';
import { reasonCodes } from '../../../../shared/moderation/reasons.js';
import type { ErrorOf } from '../../../lib/field-errors';
import { Button } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import { formOf, formsFor, type EntryDraft } from './list-drafts';

interface EntryFieldsProps {
  readonly draft: EntryDraft;
  /** Its number among those under way. */
  readonly number: number;
  readonly language: string;
  /** Its place in the proposal; nothing while it says nothing. */
  readonly field: string | undefined;
  readonly errorOf: ErrorOf;
  readonly change: (part: Partial<EntryDraft>) => void;
  /** Somebody just asked for it, to write in it. */
  readonly isNew: boolean;
  /** Nothing for the only one. */
  readonly leaveOut: (() => void) | undefined;
}

/** One word that would come to a list. Only what its text can be is offered. */
export function EntryFields(props: EntryFieldsProps): ReactNode {
  const { draft, number, language, field, errorOf, change, isNew, leaveOut } = props;
  const { t } = useTranslation(['wordlists', 'dyads', 'moderation']);
  const errorAt = (part: string, label: string) =>
    field === undefined ? undefined : errorOf(`${field}.${part}`, label);
  const word = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) word.current?.focus();
  }, [isNew]);
  return (
    <fieldset className="list-draft">
      <legend className="field__label">{t('form.entry', { number })}</legend>
      <div className="list-draft__word">
        <TextField
          ref={word}
          label={t('form.word')}
          error={errorAt('text', t('form.word'))}
          lang={language}
          dir={directionOf(language)}
          autoComplete="off"
          value={draft.text}
          maxLength={wordlistLimits.entry}
          onChange={({ target }) => change({ text: target.value })}
        />
      </div>
      <SelectField
        label={t('form.form')}
        error={errorAt('form', t('form.form'))}
        value={formOf(draft)}
        options={formsFor(draft.text).map((form) => ({ value: form, label: t(`dyads:word_form.${form}`) }))}
        onChange={({ target }) =>
          change({ form: formsFor(draft.text).find((form) => form === target.value) ?? draft.form })
        }
      />
      <SelectField
        label={t('form.kind')}
        error={errorAt('kind', t('form.kind'))}
        value={draft.kind}
        options={entryKinds.map((kind) => ({ value: kind, label: t(`dyads:word_kind.${kind}`) }))}
        onChange={({ target }) => change({ kind: entryKinds.find((kind) => kind === target.value) ?? draft.kind })}
      />
      <SelectField
        label={t('form.reason')}
        error={errorAt('reason', t('form.reason'))}
        value={draft.reason}
        options={reasonCodes.map((code) => ({ value: code, label: t(`moderation:reason.${code}`) }))}
        onChange={({ target }) => change({ reason: reasonCodes.find((code) => code === target.value) ?? draft.reason })}
      />
      {leaveOut && (
        <div className="list-draft__out">
          <Button weight="quiet" onClick={leaveOut}>
            {t('form.leave_out')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
