import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { ActKey } from '../../../ui/act-key';
import { Button } from '../../../ui/button';
import { countGraveCase, useCare } from './care';
import { isGrave } from './exposure';
import './wellbeing.css';

/** Grave words, blurred until somebody is ready for them; what they are about is said before they are shown. */
export function Veiled({ item, children }: { item: DeskItem; children: ReactNode }): ReactNode {
  const { t } = useTranslation('moderation');
  const { veil } = useCare();
  const [asked, ask] = useState(false);
  const grave = isGrave(item);
  const isVeiled = grave && veil && !asked;
  useEffect(() => {
    if (grave && !isVeiled) countGraveCase(item.id);
  }, [grave, isVeiled, item.id]);
  useShortcuts({ unveil: () => ask(grave && veil && !asked) });
  if (!grave || !veil) return children;
  return (
    <div className={isVeiled ? 'veil' : undefined}>
      <div className={isVeiled ? 'veil__words' : undefined} inert={isVeiled}>
        {children}
      </div>
      <p className="veil__ask">
        {isVeiled && <span>{t('care.veiled')}</span>}
        <Button onClick={() => ask(isVeiled)} aria-expanded={!isVeiled}>
          {isVeiled ? t('care.show') : t('care.blur')} <ActKey act="unveil" />
        </Button>
      </p>
    </div>
  );
}
