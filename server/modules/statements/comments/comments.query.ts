import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { MemberView } from '../../../../shared/dyads/dyad.schema.js';
import type { StatementThread, StatementThreads } from '../../../../shared/statements/comment.schema.js';
import { MemberReader } from '../../dyads/member.reader.js';
import { PlacedThreadReader, type ThreadsAtThing } from '../../forums/placed-threads.reader.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { StatementReader } from '../statement.reader.js';
import { placeOf } from './statement-places.js';
import { StatementThreadRepository, type StatementThreadRow } from './statement-thread.repository.js';

/** The threads beside the words of a statement, as one member may know of them. */
@Injectable()
export class StatementComments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: StatementReader,
    private readonly comments: StatementThreadRepository,
    private readonly threads: PlacedThreadReader,
    private readonly members: MemberReader,
  ) {}

  /** @throws Failure `request.not_found` also for a draft that the caller may not see */
  read(statement: string, permit: Permit): Promise<StatementThreads> {
    const { member } = permit;
    const { memberId, dyadId } = member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const documentRole = await this.reader.roleOf(tx, statement, member);
      if (documentRole === 'none') throw new Failure('request.not_found');
      permit.require('comment.read', { documentRole });
      const found = await this.threads.at(tx, placeOf(statement), memberId);
      const rows = await this.comments.of(tx, statement);
      const people = await this.members.views(tx, [memberId, ...rows.flatMap(({ resolvedBy }) => resolvedBy ?? [])]);
      const threads = rows.flatMap((row) => view(row, found, people, memberId) ?? []);
      return { threads, topic: found.topic, seq: found.seq };
    });
  }
}

/** Nothing for a thread whose first post nobody but somebody else may see yet. */
function view(
  row: StatementThreadRow,
  { open, waiting }: ThreadsAtThing,
  people: ReadonlyMap<string, MemberView>,
  reader: string,
): StatementThread | undefined {
  const brief = open.get(row.threadId);
  const author = brief?.author ?? (waiting.has(row.threadId) ? people.get(reader) : undefined);
  if (!author) return undefined;
  const by = row.resolvedBy === null ? undefined : people.get(row.resolvedBy);
  return {
    thread: row.threadId,
    clause: row.clauseId,
    side: row.side,
    start: row.start.toString('base64url'),
    end: row.end.toString('base64url'),
    quote: row.quote,
    state: !brief ? 'waiting' : brief.closed ? 'resolved' : 'open',
    author,
    posts: brief?.posts ?? 0,
    resolved: by && row.resolvedAt ? { by, on: dayOf(row.resolvedAt) } : null,
  };
}
