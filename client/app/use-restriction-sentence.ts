import { useTranslation } from 'react-i18next';
import { whatKeepsOut, whatKeepsQuiet, type Restriction } from '../../shared/access/restriction.js';
import { formatTime, formatWait, minutesSince } from '../lib/format';

/** What moderators decided that the reader may not do, in words, with how long it still takes; nothing of who is free. */
export function useRestrictionSentence(): (restriction: Restriction) => string {
  const { t, i18n } = useTranslation('notices');
  const times = (until: string | null) => ({
    wait: formatWait(i18n.language, until === null ? 0 : -minutesSince(until)),
    until: until === null ? '' : formatTime(i18n.language, until),
  });
  return (restriction) => {
    switch (whatKeepsOut(restriction) ?? whatKeepsQuiet(restriction)) {
      case 'access.banned':
        return t('banner.banned');
      case 'access.suspended':
        return t('banner.suspended', times(restriction.suspendedUntil));
      case 'access.silenced':
        return t('banner.silenced', times(restriction.silencedUntil));
      case 'access.warning_unread':
        return t('banner.warning_unread');
      case undefined:
        return '';
    }
  };
}
