import type { ReactNode } from 'react';
import type { RoundView } from '../../../../shared/statements/ratification.schema.js';
import type { PanelProps } from './panel-props';
import { SignForm } from './sign-form';

/** An organisation that did not sign in time can stand by what is ratified later. */
export function Accession(props: PanelProps & { readonly round: RoundView }): ReactNode {
  const { round, view } = props;
  const standing = new Set(
    round.words.filter(({ said }) => said !== 'declined').map(({ organisation }) => organisation.id),
  );
  return view.signsFor
    .filter(({ id }) => !standing.has(id))
    .map((organisation) => <SignForm key={organisation.id} {...props} organisation={organisation} kind="accede" />);
}
