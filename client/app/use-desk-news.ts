import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signal } from '../../shared/contract/signals.js';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import type { DeskList } from '../../shared/moderation/desk.rules.js';
import { standsIn, type DeskPage, type DeskStore } from '../features/desk/api';
import { useStream } from '../lib/use-stream';
import { useAnnounce } from '../ui/announcer';

interface Followed {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly list: DeskList;
  readonly page: DeskPage;
  readonly store: DeskStore;
}

/**
 * Keeps a list as it is shown: what colleagues decide changes in its place, what comes in waits to be let in, and a key that
 * is wanted is said aloud.
 */
export function useDeskNews({ dyad, me, list, page, store }: Followed): { news: number; letIn: () => void } {
  const { t } = useTranslation('moderation');
  const announce = useAnnounce();
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());
  const hear = async ({ kind, about }: Signal): Promise<void> => {
    const item = await store.reload(String(about['item']));
    if (!item) return;
    const isNew = !page.items.some(({ id }) => id === item.id) && standsIn(list, item, me);
    setNews((before) => new Set(isNew ? [...before, item.id] : [...before].filter((one) => one !== item.id)));
    if (kind === 'desk.key_wanted') announce(t('keys.wanted', { name: item.author.pseudonym }));
  };
  useStream({
    dyad: dyad.slug,
    stream: page.stream,
    seq: page.seq,
    onSignal: (signal) => void hear(signal),
  });
  const letIn = () => {
    setNews(new Set());
    void store.letIn(list);
  };
  return { news: news.size, letIn };
}
