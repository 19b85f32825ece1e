import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '../../../shared/access/actor.js';
import type { Standing } from '../../../shared/translation/human-work.rules.js';

interface StandingLineProps {
  readonly standing: Standing;
  readonly sideName: (side: Side) => string;
}

/** Which side has somebody who stands behind a proposal: it waits for the other, or for both. */
export function StandingLine({ standing: { a, b }, sideName }: StandingLineProps): ReactNode {
  const { t } = useTranslation('translation');
  if (!a && !b) return <p className="small soft">{t('standing.none')}</p>;
  return <p className="small soft">{t('standing.one', { side: sideName(a ? 'a' : 'b') })}</p>;
}
