import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { BulkKeys } from './bulk/bulk-keys';
import { hasKeyed, openProposal } from './possible-acts';
import type { ToolProps } from './tools';

/** The last step before a key: what it does is said once more, since nobody can take a key back. */
export function KeyTool(props: ToolProps): ReactNode {
  const { item, me, possible, sideName, busy, run } = props;
  const { t } = useTranslation('moderation');
  const proposal = openProposal(item);
  if (!proposal || hasKeyed(proposal, me)) return null;
  const give = (proxyFor: 'a' | 'b' | null) => run({ act: 'give_key', item, proposal, proxyFor });
  return (
    <section className="stack reason-form" aria-label={t('keys.give')}>
      <p>{proposal.missing.length === 1 ? t('keys.decides') : t('keys.not_last')}</p>
      <div className="row">
        {possible.give_key && (
          <Button weight="main" busy={busy} onClick={() => give(null)}>
            {t('keys.give_for', { side: sideName(me.side) })}
          </Button>
        )}
        {possible.proxyFor.map((side) => (
          <Button key={side} busy={busy} onClick={() => give(side)}>
            {t('keys.give_proxy', { side: sideName(side) })}
          </Button>
        ))}
      </div>
      {possible.proxyFor.length > 0 && <p className="small soft">{t('keys.proxy_what')}</p>}
      {proposal.bulk && possible.give_key && <BulkKeys {...props} bulk={proposal.bulk} />}
    </section>
  );
}
