import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import { SideMark } from '../../ui/side-mark';
import type { Mentions } from './use-mentions';

interface MentionListProps {
  readonly id: string;
  readonly mentions: Mentions;
  readonly sideName: (side: MemberView['side']) => string;
}

export const optionId = (list: string, person: MemberView): string => `${list}-${person.id}`;

/** People one may mean. It lies over what follows, so that nothing moves; the caret stays in the text. */
export function MentionList({ id, mentions, sideName }: MentionListProps): ReactNode {
  const { t } = useTranslation('forum');
  const { offered, active, choose } = mentions;
  return (
    <>
      <span className="visually-hidden" role="status">
        {offered.length > 0 && t('mention.offered', { count: offered.length })}
      </span>
      {offered.length > 0 && (
        <div className="mentions" role="listbox" id={id} aria-label={t('mention.label')}>
          {offered.map((person, at) => (
            <div
              key={person.id}
              id={optionId(id, person)}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              className="mentions__person"
              onMouseDown={(event) => {
                event.preventDefault();
                choose(person);
              }}
            >
              <SideMark side={person.side} label={sideName(person.side)} />
              <bdi>{person.pseudonym}</bdi>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
