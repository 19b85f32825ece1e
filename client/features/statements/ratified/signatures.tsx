import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sidesInOrder } from '../../../../shared/statements/facing.rules.js';
import type { RatifiedStatement } from '../../../../shared/statements/ratified.schema.js';
import { formatDay } from '../../../lib/format';
import { SideMark } from '../../../ui/side-mark';
import { OrganisationName } from './organisation-name';

interface SignaturesProps {
  readonly statement: RatifiedStatement;
  readonly reader: string;
  readonly sideName: (side: 'a' | 'b' | 'neutral') => string;
}

/** Who signed, by side; the sides in the order in which their texts stand for this reader. */
export function Signatures({ statement, reader, sideName }: SignaturesProps): ReactNode {
  const { t, i18n } = useTranslation('ratified');
  const groups = sidesInOrder(statement, reader).map((side) => ({
    side,
    signed: statement.signatures.filter(({ organisation }) => organisation.side === side),
  }));
  return (
    <section className="paper__signatures">
      <h2 id="signatures">{t('paper.signatures')}</h2>
      <div className="paper__groups">
        {groups
          .filter(({ signed }) => signed.length > 0)
          .map(({ side, signed }) => (
            <section key={side}>
              <h3 className="row">
                <SideMark side={side} label={sideName(side)} />
                {sideName(side)}
              </h3>
              <ul className="plain-list">
                {signed.map(({ organisation, kind, on }) => (
                  <li key={organisation.id}>
                    <strong>
                      <OrganisationName statement={statement} organisation={organisation} reader={reader} />
                    </strong>
                    <span className="small soft">{t(`paper.${kind}`, { day: formatDay(i18n.language, on) })}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
      <p className="small soft">{t('paper.quorum', { quorum: statement.quorum })}</p>
    </section>
  );
}
