import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { topicModes, type TopicMode } from '../../../shared/access/conditions.js';
import { useTextIn } from '../../lib/use-text-in';
import { useKeptForm } from '../../lib/use-kept-form';
import { SelectField } from '../../ui/field';
import { Empty } from '../../ui/states';
import { ProposalForm } from './proposal-form';

/** A topic as a proposal needs it: the page brings it from the forum. */
export interface TopicToChange {
  readonly slug: string;
  readonly title: Readonly<Record<string, string>>;
  readonly mode: TopicMode;
}

interface ProposeModeProps {
  readonly dyad: string;
  readonly topics: readonly TopicToChange[];
  readonly onSent: () => void;
}

/** Another way of publishing for one topic; what it is now and what it would be are both said in words. */
export function ProposeMode({ dyad, topics, onSent }: ProposeModeProps): ReactNode {
  const { t } = useTranslation(['dyads', 'forum']);
  const textIn = useTextIn();
  const form = useKeptForm(`${dyad}.act.mode`, { topic: '', mode: '', reason: '' });
  const topic = topics.find(({ slug }) => slug === form.values.topic) ?? topics[0];
  if (!topic) return <Empty title={t('forum:topic.none')} />;
  const offered = topicModes.filter((mode) => mode !== topic.mode);
  const mode = offered.find((one) => one === form.values.mode) ?? offered[0] ?? 'pre';
  return (
    <ProposalForm
      dyad={dyad}
      form={form}
      proposal={{ kind: 'topic.change_mode', details: { topic: topic.slug, mode } }}
      onSent={onSent}
    >
      {(errorOf) => (
        <>
          <SelectField
            label={t('forms.topic')}
            hint={t('forms.mode_now', { mode: t(`forum:mode.${topic.mode}.name`) })}
            error={errorOf('details.topic', t('forms.topic'))}
            value={topic.slug}
            options={topics.map(({ slug, title }) => ({ value: slug, label: textIn(title) }))}
            onChange={({ target }) => form.change({ topic: target.value })}
          />
          <SelectField
            label={t('forms.mode')}
            hint={t(`forum:mode.${mode}.what`)}
            error={errorOf('details.mode', t('forms.mode'))}
            value={mode}
            options={offered.map((one) => ({ value: one, label: t(`forum:mode.${one}.name`) }))}
            onChange={({ target }) => form.change({ mode: target.value })}
          />
        </>
      )}
    </ProposalForm>
  );
}
