import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { CallFailure } from './api-client';

/** The sentence for one field of a form, named as the form names it. */
export type ErrorOf = (field: string, label: string) => string | undefined;

/** What the contract found wrong, field by field. */
export function useErrorOf(error: unknown): ErrorOf {
  const { t } = useTranslation('errors');
  return (field, label) => {
    const problem = error instanceof CallFailure ? error.about(field) : undefined;
    return problem && t(`field.${problem.rule}`, { ...problem.params, field: label });
  };
}

/** Takes a reader whose form was refused to the first field that needs another look. */
export function useFocusOnError(error: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  return form;
}
