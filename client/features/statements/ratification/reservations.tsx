import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandingReservation } from '../../../../shared/statements/ratification.schema.js';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { Problem } from '../../../ui/states';
import { textIn } from '../../../lib/format';
import { Texts } from '../../../ui/texts';
import { useRatificationAct } from './api';
import type { PanelProps } from './panel-props';
import { emptyReservation, filledReservation, ReservationFields } from './reservation-fields';

/** Reservations beside one clause. */
export function ClauseReservations(props: PanelProps & { readonly clause: string }): ReactNode {
  return <List {...props} reservations={props.view.reservations.filter(({ clause }) => clause === props.clause)} />;
}

/** Reservations about the whole, and those whose clause was taken out. */
export function WholeReservations(props: PanelProps): ReactNode {
  const { view, clauses } = props;
  const known = new Set(clauses.map(({ id }) => id));
  const others = view.reservations.filter(({ clause }) => clause === null || !known.has(clause));
  return (
    <>
      <List {...props} reservations={others} />
      {view.state === 'drafting' && view.speaksFor.length > 0 && <Write {...props} />}
    </>
  );
}

function List(props: PanelProps & { readonly reservations: readonly StandingReservation[] }): ReactNode {
  const { t } = useTranslation('ratification');
  const { reservations, view, dyad, statement } = props;
  const act = useRatificationAct(dyad, statement);
  if (reservations.length === 0) return null;
  const mayWithdraw = (one: StandingReservation): boolean =>
    view.state === 'drafting' && view.speaksFor.some(({ id }) => id === one.organisation.id);
  return (
    <ul className="plain-list stack reservations">
      {reservations.map((one) => (
        <li key={one.id} className="reservation">
          <p className="small">
            <span className="tag">{t('reservation.name')}</span> <Texts texts={one.organisation.name} />
          </p>
          <p>
            <Texts texts={one.text} />
          </p>
          {mayWithdraw(one) && (
            <Button
              weight="quiet"
              busy={act.isPending}
              onClick={() => act.mutate({ type: 'withdraw', reservation: one.id })}
            >
              {t('reservation.withdraw')}
            </Button>
          )}
        </li>
      ))}
      {act.error && <Problem error={act.error} />}
    </ul>
  );
}

function Write(props: PanelProps): ReactNode {
  const { t, i18n } = useTranslation('ratification');
  const { dyad, statement, view } = props;
  const act = useRatificationAct(dyad, statement);
  const [value, setValue] = useState(emptyReservation);
  const [chosen, setChosen] = useState('');
  const organisation = view.speaksFor.find(({ id }) => id === chosen)?.id ?? view.speaksFor[0]?.id ?? '';
  const [draft] = filledReservation(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!draft) return;
    act.mutate({ type: 'reserve', body: { organisation, ...draft } }, { onSuccess: () => setValue(emptyReservation) });
  };
  return (
    <details>
      <summary>{t('reservation.write')}</summary>
      <form className="stack" noValidate onSubmit={submit}>
        <p className="small soft">{t('reservation.what')}</p>
        <SelectField
          label={t('reservation.organisation')}
          value={organisation}
          options={view.speaksFor.map(({ id, name }) => ({ value: id, label: textIn(name, i18n.language) }))}
          onChange={({ target }) => setChosen(target.value)}
        />
        <ReservationFields {...props} value={value} change={setValue} />
        {act.error && <Problem error={act.error} />}
        <p>
          <Button type="submit" weight="main" busy={act.isPending || !draft}>
            {t('reservation.add')}
          </Button>
        </p>
      </form>
    </details>
  );
}
