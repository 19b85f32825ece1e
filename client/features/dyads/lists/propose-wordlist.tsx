import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wordlistLimits } from '../../../../shared/moderation/detection/wordlist.rules.js';
import type { WordEntry } from '../../../../shared/moderation/detection/wordlist.schema.js';
import type { ErrorOf } from '../../../lib/field-errors';
import { languageName } from '../../../lib/format';
import { newKey } from '../../../lib/idempotency';
import { useKeptForm, type KeptForm } from '../../../lib/use-kept-form';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { Loading, Problem } from '../../../ui/states';
import { ProposalForm } from '../proposal-form';
import { EntryFields } from './entry-fields';
import { entriesOf, newEntry, written, type EntryDraft } from './list-drafts';
import { useWordlists } from './lists-api';
import { TakingAway } from './taking-away';
import { WordEntryLine } from './word-entry';
import './lists.css';

interface ProposeWordlistProps {
  readonly dyad: string;
  readonly languages: readonly string[];
  /** The language of the list to begin with. */
  readonly language: string;
  readonly onSent: () => void;
}

/** Words that come to a list or go from it; each language has its own, and what is under way in one waits for it. */
export function ProposeWordlist({ language: first, ...props }: ProposeWordlistProps): ReactNode {
  const { t, i18n } = useTranslation('wordlists');
  const [language, setLanguage] = useState(first);
  const lists = useWordlists(props.dyad);
  if (lists.error) return <Problem error={lists.error} retry={() => void lists.refetch()} />;
  if (!lists.data) return <Loading />;
  const list = lists.data.lists.find((one) => one.language === language);
  return (
    <div className="stack">
      <div className="list-language">
        <SelectField
          label={t('form.language')}
          value={language}
          options={props.languages.map((code) => ({ value: code, label: languageName(i18n.language, code) }))}
          onChange={({ target }) => setLanguage(target.value)}
        />
      </div>
      <Changes key={language} {...props} language={language} entries={list?.entries ?? []} />
    </div>
  );
}

interface WordlistValues {
  readonly add: readonly EntryDraft[];
  readonly remove: readonly string[];
  readonly reason: string;
}

interface ChangesProps {
  readonly dyad: string;
  readonly language: string;
  readonly entries: readonly WordEntry[];
  readonly onSent: () => void;
}

const nameOf = ({ text }: WordEntry): string => text;

function Changes({ dyad, language, entries, onSent }: ChangesProps): ReactNode {
  const { t } = useTranslation('wordlists');
  const form = useKeptForm<WordlistValues>(`${dyad}.act.wordlist.${language}`, {
    add: [newEntry('first')],
    remove: [],
    reason: '',
  });
  const add = entriesOf(form.values.add);
  // What another act took away meanwhile cannot be taken away again.
  const remove = form.values.remove.filter((text) => entries.some((entry) => entry.text === text));
  const isNothing = add.length === 0 && remove.length === 0;
  return (
    <ProposalForm
      dyad={dyad}
      form={form}
      proposal={{ kind: 'wordlist.change', details: { language, add, remove } }}
      obstacle={isNothing ? t('form.nothing') : undefined}
      onSent={onSent}
    >
      {(errorOf) => (
        <>
          <Additions form={form} language={language} errorOf={errorOf} />
          <TakingAway
            legend={t('form.take')}
            error={errorOf('details.remove', t('form.take'))}
            all={entries}
            nameOf={nameOf}
            taken={remove}
            change={(taken) => form.change({ remove: taken })}
          >
            {(entry) => <WordEntryLine entry={entry} language={language} />}
          </TakingAway>
        </>
      )}
    </ProposalForm>
  );
}

interface AdditionsProps {
  readonly form: KeptForm<WordlistValues>;
  readonly language: string;
  readonly errorOf: ErrorOf;
}

function Additions({ form, language, errorOf }: AdditionsProps): ReactNode {
  const { t } = useTranslation('wordlists');
  const { add } = form.values;
  const [asked, setAsked] = useState<string>();
  const more = useRef<HTMLButtonElement>(null);
  const said = written(add);
  const write = (next: readonly EntryDraft[]) => form.change({ add: next });
  const oneMore = () => {
    const key = newKey();
    setAsked(key);
    write([...add, newEntry(key)]);
  };
  const leaveOut = (draft: EntryDraft) => {
    write(add.filter((one) => one !== draft));
    more.current?.focus();
  };
  const fieldOf = (draft: EntryDraft): string | undefined =>
    said.includes(draft) ? `details.add.${said.indexOf(draft)}` : undefined;
  return (
    <section className="stack list-additions">
      <h2>{t('form.add')}</h2>
      <p className="measure soft">{t('form.word_hint')}</p>
      {add.map((draft, at) => (
        <EntryFields
          key={draft.key}
          draft={draft}
          number={at + 1}
          language={language}
          field={fieldOf(draft)}
          errorOf={errorOf}
          change={(part) => write(add.map((one) => (one === draft ? { ...one, ...part } : one)))}
          isNew={draft.key === asked}
          leaveOut={add.length > 1 ? () => leaveOut(draft) : undefined}
        />
      ))}
      {add.length < wordlistLimits.changes ? (
        <div>
          <Button ref={more} onClick={oneMore}>
            {t('form.one_more')}
          </Button>
        </div>
      ) : (
        <p className="small soft">{t('form.most', { most: wordlistLimits.changes })}</p>
      )}
    </section>
  );
}
