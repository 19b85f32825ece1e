import { Fragment, type ReactNode } from 'react';
import { namesOf } from '../../../../shared/statements/export/file-words.js';
import type { RatifiedStatement, SignatureView } from '../../../../shared/statements/ratified.schema.js';

interface OrganisationNameProps {
  readonly statement: RatifiedStatement;
  readonly organisation: SignatureView['organisation'];
  readonly reader: string;
}

/** An organisation as it signs, in the languages of both sides where it has a name in them. */
export const OrganisationName = ({ statement, organisation, reader }: OrganisationNameProps): ReactNode =>
  namesOf(statement, organisation, reader).map((name, at) => (
    <Fragment key={name}>
      {at > 0 && ' · '}
      <bdi>{name}</bdi>
    </Fragment>
  ));
