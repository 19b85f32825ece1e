import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShortcutAct } from '../../lib/shortcut-acts';
import { ActKey } from '../../ui/act-key';
import { Button } from '../../ui/button';
import { Problem } from '../../ui/states';
import { isOutdated } from './acts';
import { claimOf } from './claims';
import { isOwn, openProposal } from './possible-acts';
import { ToolForm } from './tool-form';
import { mayUse, type Tool, type ToolProps } from './tools';
import { Unsent } from './unsent';
import type { DeskCase } from './use-desk-case';

export interface CaseActsProps extends Omit<ToolProps, 'run' | 'error' | 'busy'> {
  readonly deskCase: DeskCase;
  /** Whether the item still stands where it is listed. */
  readonly isOpen: boolean;
  /** Takes the case up for one's side, or lets go of it. */
  readonly claim: (take: boolean) => void;
  readonly claimError: Error | null;
}

/** What one can do about a case, each with its key; the form that is open; or why there is nothing to do. */
export function CaseActs(props: CaseActsProps): ReactNode {
  const { item, me, deskCase, isOpen, claimError } = props;
  const { t } = useTranslation('moderation');
  const { tool, first, error } = deskCase;
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = tool && form.current;
    if (!place) return;
    const wanted = first && place.querySelector<HTMLElement>(`[data-field='${first}']`);
    (wanted ?? place.querySelector<HTMLElement>('input:checked, input, select, textarea, .button'))?.focus();
  }, [tool, first]);
  return (
    <div className="stack desk-acts">
      {!isOpen && <p role="status">{t(`decided.${item.state}`)}</p>}
      {isOutdated(error) ? (
        <div className="notice notice--caution" role="alert">
          <p>{t('desk.outdated')}</p>
        </div>
      ) : (
        error && <Problem error={error} />
      )}
      {claimError && <Problem error={claimError} />}
      {isOwn(item, me) ? (
        <p className="soft">{t(item.author.id === me.id ? 'desk.own' : 'desk.own_of_many')}</p>
      ) : (
        <Buttons {...props} />
      )}
      {tool && mayUse(tool, props.possible) && (
        <div ref={form}>
          <ToolForm {...props} tool={tool} run={deskCase.run} error={error} busy={deskCase.busy} />
        </div>
      )}
      <Unsent {...props} />
    </div>
  );
}

/** The buttons that open forms, each with the key that does the same. */
const forms: readonly (readonly [tool: Tool, key: ShortcutAct])[] = [
  ['give_key', 'give_key'],
  ['oppose', 'oppose'],
  ['enact', 'give_key'],
  ['restore', 'oppose'],
  ['give_back', 'give_back'],
  ['hold', 'hold'],
  ['propose', 'propose'],
  ['amend', 'amend'],
];

function Buttons(props: CaseActsProps): ReactNode {
  const { item, me, possible, deskCase, isOpen, claim } = props;
  const { t } = useTranslation('moderation');
  const { tool, toggle, run, busy } = deskCase;
  const proposal = openProposal(item);
  const isMine = claimOf(item, me) !== undefined;
  return (
    <div className="row" role="group" aria-label={t('desk.acts')}>
      {possible.approve && (
        <Button weight="main" busy={busy} onClick={() => run({ act: 'approve', item })}>
          {t(item.shown ? 'desk.leave' : 'desk.approve')} <ActKey act="approve" />
        </Button>
      )}
      {possible.release && (
        <Button weight="main" busy={busy} onClick={() => run({ act: 'release', item })}>
          {t('desk.release')} <ActKey act="hold" />
        </Button>
      )}
      {forms
        .filter(([one]) => mayUse(one, possible))
        .map(([one, key]) => (
          <Button key={one} aria-expanded={tool === one} onClick={() => toggle(one)}>
            {t(`acts.${one === 'propose' && possible.propose === 'reopening' ? 'reopen' : one}`)} <ActKey act={key} />
          </Button>
        ))}
      {possible.confirm && (
        <Button aria-expanded={tool === 'confirm'} onClick={() => toggle('confirm')}>
          {t('acts.confirm')}
        </Button>
      )}
      {possible.retract && proposal && (
        <Button busy={busy} onClick={() => run({ act: 'retract', item, proposal })}>
          {t('acts.retract')}
        </Button>
      )}
      {(isOpen || isMine) && (
        <Button weight="quiet" onClick={() => claim(!isMine)}>
          {isMine ? t('claim.let_go') : t('claim.take')} <ActKey act="claim" />
        </Button>
      )}
    </div>
  );
}

/** What was done a moment ago and can be taken back by one key; said aloud once, and there for the eyes while it holds. */
export function UndoLine({ deskCase: { undoable, undo, busy } }: Pick<CaseActsProps, 'deskCase'>): ReactNode {
  const { t } = useTranslation('moderation');
  if (!undoable) return null;
  return (
    <p className="row desk-undo">
      <span>{t(`done.${undoable.done}`)}</span>
      <Button busy={busy} onClick={undo}>
        {t('undo.do')} <ActKey act="undo" />
      </Button>
    </p>
  );
}
