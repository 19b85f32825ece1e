import { useQuery } from '@tanstack/react-query';
import type { ReasonCode } from '../../../shared/moderation/reasons.js';

interface Words {
  readonly reason: Readonly<Record<ReasonCode, string>>;
}

const files = import.meta.glob<{ default: Words }>('../../../locales/*/moderation.json');

/** The reasons as somebody else reads them, in their language; nothing in a language the pages do not speak. */
export const useReasonWords = (language: string): Words['reason'] | undefined =>
  useQuery({
    queryKey: ['reason-words', language],
    queryFn: async () => (await files[`../../../locales/${language}/moderation.json`]?.())?.default.reason ?? null,
    staleTime: Infinity,
  }).data ?? undefined;
