import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kindRules } from '../../../../shared/moderation/content-kind.rules.js';
import { contentMeasures, type ContentMeasure } from '../../../../shared/moderation/decision-classes.rules.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import { useAnnounce } from '../../../ui/announcer';
import { Button } from '../../../ui/button';
import type { SideName } from '../../../ui/member-name';
import { Problem } from '../../../ui/states';
import type { DeskStore } from '../api';
import type { Article } from '../proposal/decision-text';
import { emptyDraft, measuresFor } from '../proposal/draft-values';
import { ProposalForm } from '../proposal/proposal-form';
import { useProposeTogether } from './api';
import { BulkResults } from './bulk-results';
import { ItemName } from './item-name';

interface BulkFormProps {
  readonly dyad: string;
  readonly items: readonly DeskItem[];
  readonly store: DeskStore;
  readonly languages: readonly string[];
  readonly articles: readonly Article[];
  readonly sideName: SideName;
  /** Leaves the form; `done` when something came of it. */
  readonly close: (done: boolean) => void;
}

/** One decision, for one reason, about everything that was selected: the list of it, the decision, and what became of each. */
export function BulkForm({ dyad, items, store, sideName, close, ...texts }: BulkFormProps): ReactNode {
  const { t } = useTranslation('moderation');
  const propose = useProposeTogether(dyad, store);
  const announce = useAnnounce();
  const measures = measuresForAll(items);
  return (
    <section className="sheet stack" aria-label={t('bulk.title', { count: items.length })}>
      <h2>{t('bulk.title', { count: items.length })}</h2>
      {propose.data ? (
        <BulkResults items={propose.variables.items} results={propose.data} sideName={sideName} />
      ) : (
        <>
          <p className="small soft">{t('bulk.what')}</p>
          <ol className="plain-list bulk">
            {items.map((item) => (
              <li key={item.id}>
                <ItemName item={item} sideName={sideName} />
              </li>
            ))}
          </ol>
          {propose.error && <Problem error={propose.error} />}
          <ProposalForm
            dyad={dyad}
            title={t('propose.title')}
            place={`${dyad}/desk/together`}
            initial={emptyDraft(measures[0] ?? '')}
            measures={measures}
            sanctions={items.every(({ kind }) => kindRules[kind].sanctions)}
            {...texts}
            submit={t('bulk.propose', { count: items.length })}
            error={propose.error}
            busy={propose.isPending}
            send={(draft, sent) =>
              propose.mutate(
                { items, draft },
                {
                  onSuccess: () => {
                    sent();
                    announce(t('bulk.done'));
                  },
                },
              )
            }
          />
        </>
      )}
      <p>
        <Button onClick={() => close(propose.data !== undefined)}>
          {propose.data ? t('bulk.close') : t('desk.cancel')}
        </Button>
      </p>
    </section>
  );
}

/** Passages are of one text; and what cannot be done with one of the items cannot be done with all of them. */
const measuresForAll = (items: readonly DeskItem[]): ContentMeasure[] =>
  contentMeasures.filter(
    (measure) => measure !== 'redact' && items.every((item) => measuresFor(item).includes(measure)),
  );
