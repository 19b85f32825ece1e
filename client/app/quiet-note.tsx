import type { ReactNode } from 'react';
import type { OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import { useRestrictionSentence } from './use-restriction-sentence';

/** Stands where the reader would write, while moderators decided that they do not. */
export function QuietNote({ me }: { me: OwnMemberView }): ReactNode {
  return (
    <div className="notice notice--caution measure">
      <p>{useRestrictionSentence()(me.restriction)}</p>
    </div>
  );
}
