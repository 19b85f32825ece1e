import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bulkMost } from '../../../../shared/moderation/proposal.rules.js';
import { useAnnounce } from '../../../ui/announcer';
import { Button } from '../../../ui/button';
import { Loading, Problem } from '../../../ui/states';
import { useDeskStore } from '../api';
import { hasKeyed, openProposal } from '../possible-acts';
import type { ToolProps } from '../tools';
import { useBulkItems, useBulkKeys } from './api';
import { BulkResults } from './bulk-results';
import { ItemName } from './item-name';

/**
 * The items that were proposed together, for whoever gives the next key: each can be struck out, and then stays proposed by
 * itself.
 */
export function BulkKeys({ dyad, bulk, me, sideName }: ToolProps & { bulk: string }): ReactNode {
  const { t } = useTranslation('moderation');
  const [struck, setStruck] = useState<ReadonlySet<string>>(new Set());
  const items = useBulkItems(dyad, bulk);
  const keys = useBulkKeys(dyad, bulk, useDeskStore(dyad));
  const announce = useAnnounce();
  if (items.error) return <Problem error={items.error} retry={() => void items.refetch()} />;
  if (!items.data) return <Loading />;
  if (keys.data) return <BulkResults items={items.data} results={keys.data} sideName={sideName} />;
  const open = items.data.filter((item) => {
    const proposal = openProposal(item);
    return proposal !== undefined && proposal.missing.includes(me.side) && !hasKeyed(proposal, me);
  });
  if (open.length < 2) return null;
  const kept = open.filter(({ id }) => !struck.has(id)).slice(0, bulkMost);
  const strike = (id: string, out: boolean) =>
    setStruck(new Set(out ? [...struck, id] : [...struck].filter((one) => one !== id)));
  return (
    <fieldset className="choices bulk">
      <legend>{t('bulk.together', { count: open.length })}</legend>
      <p className="small soft">{t('bulk.strike')}</p>
      <ol className="plain-list">
        {open.map((item) => (
          <li key={item.id}>
            <label className="choice">
              <input
                type="checkbox"
                checked={!struck.has(item.id)}
                onChange={({ target }) => strike(item.id, !target.checked)}
              />
              <ItemName item={item} sideName={sideName} />
            </label>
          </li>
        ))}
      </ol>
      {keys.error && <Problem error={keys.error} />}
      <Button
        busy={keys.isPending || kept.length === 0}
        onClick={() => keys.mutate(kept, { onSuccess: () => announce(t('bulk.done')) })}
      >
        {t('bulk.give', { count: kept.length })}
      </Button>
    </fieldset>
  );
}
