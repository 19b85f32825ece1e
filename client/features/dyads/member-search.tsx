import { useDeferredValue, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import { memberSearch } from '../../../shared/dyads/member-search.rules.js';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { MemberName, type SideName } from '../../ui/member-name';
import { Problem } from '../../ui/states';
import { useMembers } from './stewards-api';

interface SearchProps {
  readonly dyad: string;
  readonly chosen: MemberView | null;
  readonly error: string | undefined;
  readonly sideName: SideName;
  readonly choose: (member: MemberView | null) => void;
}

/** Chooses a member by the name that others know them by; nothing of an account is looked at. */
export function MemberSearch(props: SearchProps): ReactNode {
  const { t } = useTranslation('dyads');
  const { chosen, choose, sideName } = props;
  if (!chosen) return <Search {...props} />;
  return (
    <div className="field">
      <span className="field__label">{t('forms.member')}</span>
      <p className="row">
        <MemberName member={chosen} sideName={sideName} />
        <Button weight="quiet" onClick={() => choose(null)}>
          {t('forms.another_member')}
        </Button>
      </p>
    </div>
  );
}

function Search({ dyad, error, sideName, choose }: SearchProps): ReactNode {
  const { t } = useTranslation(['dyads', 'common']);
  const [letters, setLetters] = useState('');
  const members = useMembers(dyad, useDeferredValue(letters));
  const isSearch = letters.trim().length >= memberSearch.letters;
  const listId = useId();
  return (
    <div className="stack">
      <TextField
        label={t('forms.member')}
        hint={t('forms.member_hint')}
        error={error}
        type="search"
        autoComplete="off"
        dir="auto"
        value={letters}
        onChange={({ target }) => setLetters(target.value)}
      />
      {members.error && <Problem error={members.error} />}
      <p id={listId} className="small soft" role="status">
        {isSearch
          ? t('forms.found', { count: members.data?.length ?? 0, most: memberSearch.most })
          : t('forms.serving')}
      </p>
      <ul className="plain-list found" aria-labelledby={listId}>
        {members.data?.map((member) => (
          <li key={member.id}>
            <button type="button" className="found__member" onClick={() => choose(member)}>
              <MemberName member={member} sideName={sideName} />
              <span className="small soft">{member.roles.map((role) => t(`common:role.${role}`)).join(', ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
