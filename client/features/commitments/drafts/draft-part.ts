import type { ErrorOf } from '../../../lib/field-errors';
import type { KeptForm } from '../../../lib/use-kept-form';
import type { DraftValues } from './draft-values';

/** What every part of the form is given. */
export interface DraftPart {
  readonly form: KeptForm<DraftValues>;
  readonly languages: readonly string[];
  readonly errorOf: ErrorOf;
  /** Whether it was sent once, so that what is empty is said to be. */
  readonly tried: boolean;
}
