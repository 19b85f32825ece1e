import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { CallFailure } from '../../lib/api-client';
import { drafts } from '../../lib/drafts';
import { Button } from '../../ui/button';
import { Problem } from '../../ui/states';
import { queueOf, type Decision, type Queue } from './api';
import { ReasonForm } from './reason-form';

/** Which form is open under a case. */
export type Tool = 'nothing' | 'return' | 'hold';

interface DecisionsProps {
  readonly dyad: string;
  readonly item: DeskItem;
  readonly queue: Queue;
  readonly isMine: boolean;
  /** The one who decides: a hold of one's own can be ended. */
  readonly me: string;
  readonly tool: Tool;
  readonly setTool: (tool: Tool) => void;
  readonly decide: UseMutationResult<DeskItem, Error, Decision>;
}

/** What one may decide about an item as it stands. */
export const mayReturn = (item: DeskItem): boolean => item.state === 'pending';
export const mayHold = (item: DeskItem): boolean => item.state === 'in_review';
export const mayApprove = (item: DeskItem): boolean => item.state === 'pending' || item.state === 'in_review';
export const mayRelease = (item: DeskItem, me: string): boolean => item.heldBy?.id === me;

/** The decisions, each with its key; or why there is none to take. */
export function Decisions(props: DecisionsProps): ReactNode {
  const { item, queue, isMine, decide } = props;
  const { t } = useTranslation('moderation');
  const outdated = decide.error instanceof CallFailure && decide.error.code === 'moderation.version_outdated';
  const isOpen = queueOf(item) === queue;
  return (
    <div className="stack">
      {outdated && (
        <div className="notice notice--caution" role="alert">
          <p>{t('desk.outdated')}</p>
        </div>
      )}
      {!outdated && decide.error && <Problem error={decide.error} />}
      {isOpen && isMine && <p className="soft">{t('desk.own')}</p>}
      {isOpen && !isMine && <Acts {...props} />}
      {!isOpen && (
        <>
          <p role="status">{t(`decided.${item.state}`)}</p>
          <Unsent {...props} />
        </>
      )}
    </div>
  );
}

function Acts({ dyad, item, me, tool, setTool, decide }: DecisionsProps): ReactNode {
  const { t } = useTranslation('moderation');
  const toggle = (one: Tool) => setTool(tool === one ? 'nothing' : one);
  return (
    <>
      <div className="row">
        {mayApprove(item) && (
          <Button weight="main" busy={decide.isPending} onClick={() => decide.mutate({ act: 'approve', item })}>
            {t('desk.approve')} <kbd aria-hidden="true">a</kbd>
          </Button>
        )}
        {mayRelease(item, me) && (
          <Button weight="main" busy={decide.isPending} onClick={() => decide.mutate({ act: 'release', item })}>
            {t('desk.release')} <kbd aria-hidden="true">e</kbd>
          </Button>
        )}
        {mayReturn(item) && (
          <Button aria-expanded={tool === 'return'} onClick={() => toggle('return')}>
            {t('desk.return')} <kbd aria-hidden="true">r</kbd>
          </Button>
        )}
        {mayHold(item) && (
          <Button aria-expanded={tool === 'hold'} onClick={() => toggle('hold')}>
            {t('desk.hold')} <kbd aria-hidden="true">h</kbd>
          </Button>
        )}
      </div>
      {tool !== 'nothing' && (
        <ReasonForm
          key={tool}
          place={noteOf(dyad, item)}
          language={item.language}
          label={t(`desk.${tool}_note`)}
          hint={t(`desk.${tool}_hint`)}
          submit={t(tool === 'return' ? 'desk.return_send' : 'desk.hold')}
          error={decide.error}
          busy={decide.isPending}
          optional={tool === 'hold'}
          send={(reason, note, sent) => decide.mutate({ act: tool, item, reason, note }, { onSuccess: sent })}
        />
      )}
    </>
  );
}

const noteOf = (dyad: string, item: DeskItem): string => `${dyad}/desk/${item.id}`;

/** Words that were written for an item that somebody else has decided meanwhile. */
function Unsent({ dyad, item }: DecisionsProps): ReactNode {
  const { t } = useTranslation('moderation');
  const note = drafts.read(noteOf(dyad, item));
  if (note === '') return null;
  return (
    <div>
      <p className="small soft">{t('desk.unsent')}</p>
      <blockquote dir="auto">{note}</blockquote>
    </div>
  );
}
