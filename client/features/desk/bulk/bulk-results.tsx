import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { BulkResult } from '../../../../shared/moderation/proposal.contract.js';
import type { SideName } from '../../../ui/member-name';
import { StateWords } from '../state-words';
import { ItemName } from './item-name';

interface ResultsProps {
  readonly items: readonly DeskItem[];
  readonly results: readonly BulkResult[];
  readonly sideName: SideName;
}

/** What became of each item; one that was refused says why, and the others are done all the same. */
export function BulkResults({ items, results, sideName }: ResultsProps): ReactNode {
  const { t } = useTranslation(['moderation', 'errors']);
  const failed = results.filter(({ failure }) => failure).length;
  return (
    <section className="stack">
      <p role="status">{t('bulk.result', { count: results.length - failed, failed })}</p>
      <ol className="plain-list bulk">
        {results.map(({ item: id, card, failure }) => {
          const item = card ?? items.find((one) => one.id === id);
          return (
            <li key={id}>
              {item && <ItemName item={item} sideName={sideName} />}
              <p className={failure ? 'small field__error' : 'small'}>
                {failure ? t(`errors:failure.${failure.code}`, failure.params) : card && <StateWords item={card} />}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
