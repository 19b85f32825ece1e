import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import type { RoundView } from '../../../../shared/statements/ratification.schema.js';
import { useAnnounce } from '../../../ui/announcer';
import { Button } from '../../../ui/button';
import { Sentence } from '../../../ui/texts';
import { useRatificationAct } from './api';
import { FrozenText } from './frozen-text';
import { Hash } from './hash';
import type { PanelProps } from './panel-props';
import { emptyReservation, filledReservation, ReservationFields, type ReservationValues } from './reservation-fields';

interface SignFormProps extends PanelProps {
  readonly round: RoundView;
  readonly organisation: OrganisationBrief;
  readonly kind: 'sign' | 'accede';
}

/** Signing for an organisation: both texts as they are signed, a reservation if there is one, and the signature. */
export function SignForm(props: SignFormProps): ReactNode {
  const { dyad, statement, round, organisation, kind, me, languageOf, refusal, onSigned } = props;
  const { t } = useTranslation('ratification');
  const announce = useAnnounce();
  const act = useRatificationAct(dyad, statement);
  const [read, setRead] = useState(false);
  const [missed, setMissed] = useState(false);
  const [reservation, setReservation] = useState<ReservationValues>(emptyReservation);
  const name = { organisation: organisation.name };
  const reservations = filledReservation(reservation);
  const send = () =>
    void act
      .mutateAsync({ type: 'sign', body: { organisation: organisation.id, hash: round.hash, reservations } })
      .then(
        () => {
          announce(t('sign.done'));
          onSigned();
        },
        () => undefined,
      );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissed(!read);
    if (read) send();
  };
  return (
    <details className="speaking">
      <summary>
        <Sentence texts={name} say={(places) => t(`${kind}.title`, places)} />
      </summary>
      <div className="stack">
        <FrozenText round={round} languageOf={languageOf} first={me.writesIn} />
        <Hash hash={round.hash} />
        <form className="stack" noValidate onSubmit={submit}>
          {kind === 'sign' && (
            <details>
              <summary>{t('sign.with_reservation')}</summary>
              <ReservationFields {...props} value={reservation} change={setReservation} />
            </details>
          )}
          <ReadBoth name={name} read={read} isMissed={missed && !read} change={setRead} />
          <p>
            <Button type="submit" weight="main" busy={act.isPending}>
              {t('sign.action')}
            </Button>
          </p>
        </form>
        {act.error && refusal(act.error, send)}
      </div>
    </details>
  );
}

interface ReadBothProps {
  readonly name: Readonly<Record<'organisation', Readonly<Record<string, string>>>>;
  readonly read: boolean;
  readonly isMissed: boolean;
  readonly change: (read: boolean) => void;
}

/** Nobody signs what they have not said to have read. */
function ReadBoth({ name, read, isMissed, change }: ReadBothProps): ReactNode {
  const { t } = useTranslation('ratification');
  return (
    <>
      <label className="choice">
        <input
          type="checkbox"
          checked={read}
          aria-invalid={isMissed || undefined}
          onChange={({ target }) => change(target.checked)}
        />
        <span>
          <Sentence texts={name} say={(places) => t('sign.read', places)} />
        </span>
      </label>
      {isMissed && (
        <p role="alert" className="field__error">
          {t('sign.read_first')}
        </p>
      )}
    </>
  );
}
