import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { directionOf } from '../../../shared/language/language.js';
import {
  longestStatementTitle,
  statementVisibilities,
  type StatementVisibility,
} from '../../../shared/statements/statement.rules.js';
import { useOpenStatement, useStatements } from '../../features/statements/api';
import { RatifiedList } from '../../features/statements/ratified/ratified-list';
import { StatementList } from '../../features/statements/statement-list';
import { languageName } from '../../lib/format';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { Empty, Loading, Problem, useFieldSentence } from '../../ui/states';
import { MembersOnly } from '../gate';
import { PublicDrafts } from '../public-drafts';
import { useTitle } from '../use-title';

/** What members see of statements, and what everybody else does. */
export function Statements(): ReactNode {
  return (
    <MembersOnly others={(dyad) => <PublicStatements dyad={dyad} />}>
      {(dyad, me) => <StatementsPage dyad={dyad} me={me} />}
    </MembersOnly>
  );
}

/** The statements that both sides have ratified, and those under way that both show to everybody. */
function PublicStatements({ dyad }: { dyad: DyadView }): ReactNode {
  const { t } = useTranslation('ratified');
  useTitle(t('list.title'));
  return (
    <>
      <h1>{t('list.title')}</h1>
      <p className="measure">{t('list.what')}</p>
      <RatifiedList dyad={dyad.slug} heading="h2" none={<Empty title={t('list.none')} />} />
      <PublicDrafts dyad={dyad} />
    </>
  );
}

/** The joint statements of a dyad: those under way and those that are done. */
function StatementsPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t } = useTranslation('statements');
  const statements = useStatements(dyad.slug);
  useTitle(t('list.title'));
  const mayOpen = me.roles.some((role) => role === 'drafter' || role === 'steward');
  return (
    <>
      <h1>{t('list.title')}</h1>
      <p className="measure">{t('list.what')}</p>
      {statements.error && <Problem error={statements.error} retry={() => void statements.refetch()} />}
      {statements.isPending && <Loading />}
      {statements.data && <StatementList dyad={dyad.slug} statements={statements.data} />}
      {mayOpen && <OpenStatement dyad={dyad} />}
    </>
  );
}

function OpenStatement({ dyad }: { dyad: DyadView }): ReactNode {
  const { t, i18n } = useTranslation('statements');
  const go = useNavigate();
  const open = useOpenStatement(dyad.slug);
  const [title, setTitle] = useState<Record<string, string>>({});
  const [visibility, setVisibility] = useState<StatementVisibility>('members');
  const problemOf = useFieldSentence(open.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({ title, visibility }, { onSuccess: ({ id }) => void go(`/d/${dyad.slug}/statements/${id}`) });
  };
  return (
    <details className="sheet">
      <summary>{t('list.open')}</summary>
      <form className="stack" onSubmit={submit}>
        {dyad.sides.map(({ language }) => (
          <TextField
            key={language}
            label={t('list.title_in', { language: languageName(i18n.language, language) })}
            value={title[language] ?? ''}
            error={problemOf(`title.${language}`)}
            lang={language}
            dir={directionOf(language)}
            maxLength={longestStatementTitle}
            required
            onChange={({ target }) => setTitle({ ...title, [language]: target.value })}
          />
        ))}
        <SelectField
          label={t('list.visibility')}
          value={visibility}
          options={statementVisibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))}
          onChange={({ target }) =>
            setVisibility(statementVisibilities.find((one) => one === target.value) ?? 'members')
          }
        />
        {open.error && <Problem error={open.error} />}
        <Button type="submit" weight="main" busy={open.isPending}>
          {t('list.begin')}
        </Button>
      </form>
    </details>
  );
}
