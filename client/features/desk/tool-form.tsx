import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kindRules } from '../../../shared/moderation/content-kind.rules.js';
import type { PanelVerdict } from '../../../shared/moderation/panel.rules.js';
import { ChoiceGroup } from '../../ui/field';
import { KeyTool } from './key-tool';
import { NoteForm } from './note-form';
import { openProposal } from './possible-acts';
import { emptyDraft, measuresFor, valuesOf } from './proposal/draft-values';
import { ProposalForm } from './proposal/proposal-form';
import { ReasonForm } from './reason-form';
import { gapsKnownOf } from './templates/template-texts';
import { placeOf, type Tool, type ToolProps } from './tools';

/** The form of a tool. Everything typed is kept on this device until it is sent, whatever becomes of the case. */
export function ToolForm({ tool, ...props }: ToolProps & { tool: Tool }): ReactNode {
  switch (tool) {
    case 'give_back':
    case 'hold':
      return <ReasonTool {...props} tool={tool} />;
    case 'propose':
    case 'amend':
      return <ProposalTool {...props} tool={tool} />;
    case 'give_key':
      return <KeyTool {...props} />;
    case 'oppose':
      return <OpposeTool {...props} />;
    case 'enact':
    case 'restore':
      return <VerdictTool {...props} verdict={tool} />;
    case 'confirm':
      return <ConfirmTool {...props} />;
  }
}

function ReasonTool({ tool, ...props }: ToolProps & { tool: 'give_back' | 'hold' }): ReactNode {
  const { t } = useTranslation('moderation');
  const { item, error, busy, run } = props;
  return (
    <ReasonForm
      place={placeOf(props, tool)}
      language={item.language}
      label={t('desk.author_note')}
      hint={tool === 'hold' ? t('desk.hold_hint') : t('desk.return_hint')}
      submit={tool === 'hold' ? t('desk.hold') : t('desk.return_send')}
      error={error}
      busy={busy}
      optional={tool === 'hold'}
      send={(reason, note, sent) => run({ act: tool, item, reason, note }, sent)}
    />
  );
}

function ProposalTool({ tool, ...props }: ToolProps & { tool: 'propose' | 'amend' }): ReactNode {
  const { t } = useTranslation('moderation');
  const { item, languages, articles, error, busy, run } = props;
  const proposal = tool === 'amend' ? openProposal(item) : undefined;
  const measures = proposal?.measure === 'reopen' ? (['reopen'] as const) : measuresFor(item);
  const isReopening = measures[0] === 'reopen';
  return (
    <ProposalForm
      dyad={props.dyad}
      known={(language, article) => gapsKnownOf(item, language, article)}
      title={proposal ? t('propose.amend_title') : isReopening ? t('propose.reopen_title') : t('propose.title')}
      place={placeOf(props, tool)}
      initial={proposal ? valuesOf(proposal) : emptyDraft(measures[0] ?? '')}
      measures={measures}
      sanctions={kindRules[item.kind].sanctions}
      languages={languages}
      articles={articles}
      submit={proposal ? t('propose.amend') : t('propose.send')}
      error={error}
      busy={busy}
      send={(draft, sent) =>
        run(proposal ? { act: 'amend', item, proposal, draft } : { act: 'propose', item, draft }, sent)
      }
    />
  );
}

function OpposeTool(props: ToolProps): ReactNode {
  const { t } = useTranslation('moderation');
  const { item, error, busy, run } = props;
  const proposal = openProposal(item);
  if (!proposal) return null;
  return (
    <NoteForm
      title={t('oppose.title')}
      place={placeOf(props, 'oppose')}
      label={t('oppose.note')}
      hint={t('oppose.hint')}
      submit={t('oppose.send')}
      error={error}
      busy={busy}
      send={(note, sent) => run({ act: 'oppose', item, proposal, note }, sent)}
    />
  );
}

function VerdictTool({ verdict: first, ...props }: ToolProps & { verdict: PanelVerdict }): ReactNode {
  const { t } = useTranslation('moderation');
  const { item, error, busy, run } = props;
  const { proposal } = item;
  const [verdict, choose] = useState<PanelVerdict>(first);
  if (!proposal) return null;
  return (
    <NoteForm
      title={t('panel.give')}
      place={placeOf(props, 'verdict')}
      label={t('panel.note')}
      hint={t('panel.hint')}
      submit={t('panel.send')}
      error={error}
      busy={busy}
      send={(note, sent) => run({ act: 'verdict', item, proposal, verdict, note }, sent)}
    >
      <ChoiceGroup
        legend={t('panel.verdict')}
        name="verdict"
        value={verdict}
        options={[
          { value: 'enact', label: t('panel.choice.enact') },
          { value: 'restore', label: t('panel.choice.restore') },
        ]}
        onChange={(value) => choose(value === 'restore' ? 'restore' : 'enact')}
      />
    </NoteForm>
  );
}

function ConfirmTool(props: ToolProps): ReactNode {
  const { t } = useTranslation('moderation');
  const { item, error, busy, run } = props;
  const { proposal } = item;
  if (!proposal) return null;
  return (
    <NoteForm
      title={t('confirm.title')}
      place={placeOf(props, 'confirm')}
      label={t('confirm.note')}
      hint={t('confirm.hint')}
      submit={t('confirm.send')}
      optional
      error={error}
      busy={busy}
      send={(note, sent) => run({ act: 'confirm', item, proposal, note }, sent)}
    />
  );
}
