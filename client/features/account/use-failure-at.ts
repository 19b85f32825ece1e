import type { FailureCode } from '../../../shared/contract/failure.js';
import { CallFailure } from '../../lib/api-client';
import { useFieldSentence, useSentence } from '../../ui/states';

export interface PlacedFailure {
  /** The sentence that belongs beside a field. */
  readonly at: (field: string) => string | undefined;
  /** What belongs beside no field, and is said below the form. */
  readonly rest: unknown;
}

/** Puts a refusal beside the field that it is about: wrong fields by the contract, and failures as the form says. */
export function useFailureAt(error: unknown, places: Partial<Record<FailureCode, string>>): PlacedFailure {
  const sentence = useSentence();
  const fieldSentence = useFieldSentence(error);
  const place = error instanceof CallFailure && error.code !== 'network.away' ? places[error.code] : undefined;
  const isOfFields = error instanceof CallFailure && error.code === 'request.invalid' && error.fields.length > 0;
  return {
    at: (field) => (place === field ? sentence(error) : fieldSentence(field)),
    rest: place !== undefined || isOfFields ? undefined : (error ?? undefined),
  };
}
