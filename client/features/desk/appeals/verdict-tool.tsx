import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealCase } from '../../../../shared/moderation/appeal.schema.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { ActKey } from '../../../ui/act-key';
import { useAnnounce } from '../../../ui/announcer';
import { Button } from '../../../ui/button';
import { Problem } from '../../../ui/states';
import type { DeskStore } from '../api';
import type { Moderator } from '../possible-acts';
import { useAppealVerdict } from './api';
import { AppealVerdictForm } from './verdict-form';

interface VerdictToolProps {
  readonly dyad: string;
  readonly item: DeskItem;
  readonly me: Moderator;
  readonly appeal: AppealCase;
  readonly languages: readonly string[];
  readonly store: DeskStore;
}

/** For whoever has a seat and has not spoken: the form of their verdict. */
export function VerdictTool({ dyad, item, me, appeal, languages, store }: VerdictToolProps): ReactNode {
  const { t } = useTranslation('moderation');
  const [isOpen, open] = useState(false);
  const announce = useAnnounce();
  const give = useAppealVerdict(dyad, item.id, appeal.id, store);
  const maySpeak = appeal.panel.seats.some(({ by, verdict }) => by.id === me.id && verdict === null);
  useShortcuts({ escalate: () => open(maySpeak) });
  if (!maySpeak) return null;
  return (
    <>
      <p>
        <Button aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {t('panel.give')} <ActKey act="escalate" />
        </Button>
      </p>
      {give.error && <Problem error={give.error} />}
      {isOpen && (
        <AppealVerdictForm
          place={`${dyad}/desk/${item.id}/appeal`}
          appeal={appeal}
          kind={item.kind}
          languages={languages}
          error={give.error}
          busy={give.isPending}
          send={(verdict, sent) =>
            give.mutate(verdict, {
              onSuccess: () => {
                sent();
                announce(t('done.verdict'));
              },
            })
          }
        />
      )}
    </>
  );
}
