import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { boardStates, promisors } from '../../../shared/commitments/commitment.rules.js';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import type { SideName } from '../../ui/member-name';
import type { BoardChoice } from './board-choice';
import { usePromisorName } from './promisor';

/** What the board is narrowed to; the address keeps it, so that it can be sent to others. */
export function BoardFilters({ choice, sideName }: { choice: BoardChoice; sideName: SideName }): ReactNode {
  const { t } = useTranslation('commitments');
  const name = usePromisorName(sideName);
  const [, setSearch] = useSearchParams();
  const choose = (key: string, value: string) =>
    setSearch(
      (search) => {
        const next = new URLSearchParams(search);
        if (value === '') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const everything = { value: '', label: t('filter.all') };
  const whose = promisors
    .map((value) => ({ value, label: name(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return (
    <div className="board-filters no-print">
      <SelectField
        label={t('filter.state')}
        value={choice.state ?? ''}
        options={[everything, ...boardStates.map((value) => ({ value, label: t(`state.${value}`) }))]}
        onChange={({ target }) => choose('state', target.value)}
      />
      <SelectField
        label={t('filter.whose')}
        value={choice.promisor ?? ''}
        options={[everything, ...whose]}
        onChange={({ target }) => choose('side', target.value)}
      />
      <TextField
        label={t('filter.before')}
        type="date"
        value={choice.before ?? ''}
        onChange={({ target }) => choose('before', target.value)}
      />
      {(choice.state ?? choice.promisor ?? choice.before) !== undefined && (
        <Button weight="quiet" onClick={() => setSearch({}, { replace: true })}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
