import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import { memoryLimits } from '../../../shared/translation/memory.rules.js';
import type { MemoryEntryView } from '../../../shared/translation/memory.schema.js';
import { formatDay, languageName } from '../../lib/format';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { RichTextView } from '../../ui/rich-text';
import { Empty, Loading, Problem } from '../../ui/states';
import { Sentence } from '../../ui/texts';
import { useEntryAct, useMemory } from './api';
import './memory.css';

interface ListProps {
  readonly dyad: string;
  /** The reader's side; nobody neutral confirms anything. */
  readonly side: 'a' | 'b' | 'neutral';
}

/** What was translated here before, and a way to look for words in it. */
export function EntryList({ dyad, side }: ListProps): ReactNode {
  const { t } = useTranslation('memory');
  const [words, setWords] = useState('');
  const memory = useMemory(dyad, useDeferredValue(words));
  const entries = memory.data?.pages.flatMap((page) => page.entries);
  return (
    <section className="stack" aria-labelledby="memory-entries">
      <h2 id="memory-entries">{t('entries')}</h2>
      <search>
        <TextField
          label={t('search')}
          hint={t('search_what')}
          type="search"
          dir="auto"
          maxLength={memoryLimits.words.longest}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </search>
      {memory.error && <Problem error={memory.error} retry={() => void memory.refetch()} />}
      {!entries && !memory.error && <Loading />}
      {entries?.length === 0 && (
        <Empty title={words.trim() === '' ? t('none') : t('none_found')}>
          {words.trim() === '' && <p>{t('none_what')}</p>}
        </Empty>
      )}
      {entries?.map((entry) => (
        <Entry key={entry.id} dyad={dyad} side={side} entry={entry} />
      ))}
      {memory.hasNextPage && (
        <Button busy={memory.isFetchingNextPage} onClick={() => void memory.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function Entry({ dyad, side, entry }: ListProps & { entry: MemoryEntryView }): ReactNode {
  const { t, i18n } = useTranslation('memory');
  const act = useEntryAct(dyad, entry.id);
  const { source, target, origin, fileName, isByPeople, confirmedBy, on } = entry;
  const mayConfirm = side !== 'neutral' && !confirmedBy.includes(side);
  return (
    <article className="sheet memory-entry" aria-labelledby={`entry-${entry.id}`}>
      <div className="memory-entry__texts">
        <Text {...source} id={`entry-${entry.id}`} />
        <Text {...target} />
      </div>
      <p className="small soft">
        <Sentence
          names={{ file: fileName ?? '' }}
          say={(places) => (origin === 'text' ? t('origin.text') : t('origin.import', places))}
        />
        {', '}
        {formatDay(i18n.language, on)}. {!isByPeople && `${t('not_by_people')} `}
        {t(`confirmed.${confirmedBy.length === 2 ? 'both' : confirmedBy.length === 1 ? 'one' : 'none'}`)}
      </p>
      {act.error && <Problem error={act.error} />}
      <div className="row">
        {mayConfirm && (
          <Button busy={act.isPending} onClick={() => act.mutate('confirm')}>
            {t('confirm')}
          </Button>
        )}
        <Button weight="quiet" busy={act.isPending} onClick={() => act.mutate('remove')}>
          {t('remove')}
        </Button>
      </div>
    </article>
  );
}

function Text({ language, body, id }: MemoryEntryView['source'] & { id?: string }): ReactNode {
  const { i18n } = useTranslation();
  return (
    <div>
      <p className="small soft">{languageName(i18n.language, language)}</p>
      <div id={id} className="memory-entry__text">
        <RichTextView text={body} lang={language} dir={directionOf(language)} />
      </div>
    </div>
  );
}
