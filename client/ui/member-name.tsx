import type { ReactNode } from 'react';
import type { Side } from '../../shared/access/actor.js';
import type { MemberView } from '../../shared/dyads/dyad.schema.js';
import { SideMark } from './side-mark';
import './member-name.css';

export type SideName = (side: Side) => string;

/** A member as others know them: the mark of the side, and the name. */
export function MemberName({ member, sideName }: { member: MemberView; sideName: SideName }): ReactNode {
  return (
    <span className="member-name">
      <SideMark side={member.side} label={sideName(member.side)} />
      <bdi>{member.pseudonym}</bdi>
    </span>
  );
}
