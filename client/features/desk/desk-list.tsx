import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskList as ListName } from '../../../shared/moderation/desk.rules.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { bulkMost } from '../../../shared/moderation/proposal.rules.js';
import { ActKey } from '../../ui/act-key';
import { Button } from '../../ui/button';
import type { SideName } from '../../ui/member-name';
import { isSelectable, type Selection } from './bulk/selection';
import { DeskLine } from './desk-line';
import type { Moderator } from './possible-acts';
import './desk.css';

export interface DeskListProps {
  readonly list: ListName;
  readonly items: readonly DeskItem[];
  readonly shown: DeskItem;
  readonly me: Moderator;
  readonly sideName: SideName;
  readonly selection: Selection;
  /** How many grave cases are left to colleagues, as the reader wishes. */
  readonly leftToOthers: number;
  readonly hasMore: boolean;
  readonly choose: (item: DeskItem) => void;
  readonly toggle: (item: DeskItem) => void;
  readonly readOn: () => void;
  /** Opens the form for a decision about all that is selected. */
  readonly decideTogether: () => void;
}

/** One list, the most urgent first; what is decided stays in its place, greyed, and says what became of it. */
export function DeskList(props: DeskListProps): ReactNode {
  const { list, items, shown, me, sideName, selection, choose, toggle } = props;
  const { t } = useTranslation('moderation');
  return (
    <nav aria-labelledby="desk-list-name" className="desk-list">
      <h2 id="desk-list-name">{t(`queue.${list}`)}</h2>
      {selection.size > 0 && <SelectionLine {...props} />}
      <ol className="plain-list">
        {items.map((item) => (
          <li key={item.id} className="desk-list__item">
            <DeskLine
              item={item}
              list={list}
              me={me}
              isShown={item.id === shown.id}
              sideName={sideName}
              choose={() => choose(item)}
            />
            {isSelectable(item, me) && (
              <input
                type="checkbox"
                className="desk-list__select"
                aria-label={t('bulk.select', { name: item.author.pseudonym })}
                checked={selection.has(item.id)}
                onChange={() => toggle(item)}
              />
            )}
          </li>
        ))}
      </ol>
      {props.leftToOthers > 0 && <p className="small soft">{t('care.left', { count: props.leftToOthers })}</p>}
      {props.hasMore && (
        <p>
          <Button weight="quiet" onClick={props.readOn}>
            {t('desk.read_on')}
          </Button>
        </p>
      )}
    </nav>
  );
}

function SelectionLine({ selection, decideTogether }: DeskListProps): ReactNode {
  const { t } = useTranslation('moderation');
  return (
    <div className="row desk-list__selection">
      <span role="status">{t('bulk.selected', { count: selection.size, most: bulkMost })}</span>
      <Button onClick={decideTogether}>
        {t('bulk.decide')} <ActKey act="propose" />
      </Button>
    </div>
  );
}
