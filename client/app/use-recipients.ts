import { useTranslation } from 'react-i18next';
import { useEgress } from '../features/dyads/egress/egress-api';
import { countryName } from '../lib/format';

/** Who outside gets what people write here to translate it, each with their country. */
export function useRecipients(dyad: string): readonly string[] {
  const { t, i18n } = useTranslation('forum');
  const engines = useEgress(dyad).data?.engines ?? [];
  return engines
    .filter(({ consentedOn }) => consentedOn !== null)
    .map(({ recipient, country }) =>
      t('composer.recipient', { name: recipient, country: countryName(i18n.language, country) }),
    );
}
