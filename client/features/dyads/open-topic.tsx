import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { topicLimits } from '../../../shared/forums/topic.rules.js';
import { latinName } from '../../../shared/language/latin-name.js';
import { CallFailure } from '../../lib/api-client';
import { useErrorOf, useFocusOnError, type ErrorOf } from '../../lib/field-errors';
import { useActKey } from '../../lib/use-act-key';
import { useKeptForm, type KeptForm } from '../../lib/use-kept-form';
import { useAnnounce } from '../../ui/announcer';
import { TextField } from '../../ui/field';
import { FormFoot } from '../../ui/form-foot';
import { Problem, useSentence } from '../../ui/states';
import { filled, TextPairFields, type TextPair } from '../../ui/text-pair-fields';
import { useOpenTopic, type NewTopic } from './stewards-api';

interface TopicValues {
  readonly title: TextPair;
  readonly description: TextPair;
  /** As written by hand; empty while it follows the title. */
  readonly slug: string;
}

interface OpenTopicProps {
  readonly dyad: string;
  readonly languages: readonly string[];
  readonly onOpened: (slug: string) => void;
}

const nothing: TopicValues = { title: {}, description: {}, slug: '' };

/** What the form says, as the contract takes it. */
function topicOf({ title, description, slug }: TopicValues, languages: readonly string[]): NewTopic {
  const suggested = languages.map((code) => latinName(title[code] ?? '', topicLimits.slug)).find((name) => name !== '');
  return {
    slug: slug.trim() || (suggested ?? ''),
    title: filled(title, languages),
    description: filled(description, languages),
  };
}

/** A new topic, in the words of both languages from its first day. */
export function OpenTopic({ dyad, languages, onOpened }: OpenTopicProps): ReactNode {
  const { t } = useTranslation(['dyads', 'forum']);
  const form = useKeptForm<TopicValues>(`${dyad}.topic`, nothing);
  const open = useOpenTopic(dyad);
  const announce = useAnnounce();
  const keyOf = useActKey();
  const errorOf = useErrorOf(open.error);
  const ref = useFocusOnError(open.error);
  const topic = topicOf(form.values, languages);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const opened = () => {
      form.forget();
      announce(t('forms.topic_opened'));
      onOpened(topic.slug);
    };
    void open.mutateAsync({ topic, key: keyOf(topic) }).then(opened, () => undefined);
  };
  return (
    <form ref={ref} className="stack proposal" noValidate onSubmit={submit}>
      <TopicTexts form={form} languages={languages} errorOf={errorOf} />
      <TopicAddress form={form} suggested={topic.slug} error={open.error} errorOf={errorOf} />
      <p className="small soft">{t('forum:mode.pre.what')}</p>
      {open.error && <Problem error={open.error} />}
      <FormFoot form={form} busy={open.isPending} action={t('forms.open_topic')} />
    </form>
  );
}

interface PartProps {
  readonly form: KeptForm<TopicValues>;
}

function TopicTexts({
  form,
  languages,
  errorOf,
}: PartProps & { languages: readonly string[]; errorOf: ErrorOf }): ReactNode {
  const { t } = useTranslation('dyads');
  return (
    <>
      <TextPairFields
        label={t('forms.title')}
        field="title"
        languages={languages}
        value={form.values.title}
        maximum={topicLimits.title}
        errorOf={errorOf}
        change={(title) => form.change({ title })}
      />
      <TextPairFields
        long
        label={t('forms.description')}
        field="description"
        languages={languages}
        value={form.values.description}
        maximum={topicLimits.description}
        errorOf={errorOf}
        change={(description) => form.change({ description })}
      />
    </>
  );
}

/** The name in the address: suggested from the title, and taken over as soon as somebody writes one. */
function TopicAddress({
  form,
  suggested,
  error,
  errorOf,
}: PartProps & { suggested: string; error: unknown; errorOf: ErrorOf }): ReactNode {
  const { t } = useTranslation('dyads');
  const sentence = useSentence();
  const isTaken = error instanceof CallFailure && error.code === 'topic.slug_taken';
  return (
    <TextField
      label={t('forms.address')}
      hint={t('forms.address_hint')}
      error={isTaken ? sentence(error) : errorOf('slug', t('forms.address'))}
      dir="ltr"
      autoCapitalize="none"
      spellCheck={false}
      value={form.values.slug}
      placeholder={suggested}
      maxLength={topicLimits.slug}
      onChange={({ target }) => form.change({ slug: target.value.toLowerCase() })}
    />
  );
}
