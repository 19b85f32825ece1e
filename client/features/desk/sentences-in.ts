import { useQuery } from '@tanstack/react-query';
import i18next, { type TFunction } from 'i18next';

const files = import.meta.glob<{ default: object }>('../../../locales/*/moderation.json');

/**
 * The desk's sentences as somebody else reads them, in their language; nothing while they come, or in a language that the
 * pages do not speak.
 */
export function useSentencesIn(language: string): TFunction<'moderation'> | undefined {
  const { data } = useQuery({
    queryKey: ['moderation-sentences', language],
    queryFn: async () => {
      const file = await files[`../../../locales/${language}/moderation.json`]?.();
      if (file) i18next.addResourceBundle(language, 'moderation', file.default);
      return file !== undefined;
    },
    staleTime: Infinity,
  });
  return data ? i18next.getFixedT(language, 'moderation') : undefined;
}
