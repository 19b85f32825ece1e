import { useId, type ComponentProps, type ReactNode } from 'react';

interface Surroundings {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
}

/** A labelled control: the hint and the error stand beside it and are read out with it. */
function Surrounded({ label, hint, error, children }: Surroundings & { children: (ids: ControlIds) => ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <span className="field__error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}

interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export function TextField({ label, hint, error, ...rest }: ComponentProps<'input'> & Surroundings): ReactNode {
  return (
    <Surrounded label={label} hint={hint} error={error}>
      {(ids) => <input className="input" {...rest} {...ids} />}
    </Surrounded>
  );
}

export function TextArea({ label, hint, error, ...rest }: ComponentProps<'textarea'> & Surroundings): ReactNode {
  return (
    <Surrounded label={label} hint={hint} error={error}>
      {(ids) => <textarea className="input" {...rest} {...ids} />}
    </Surrounded>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly lang?: string;
}

export function SelectField({
  label,
  hint,
  error,
  options,
  ...rest
}: ComponentProps<'select'> & Surroundings & { options: readonly Option[] }): ReactNode {
  return (
    <Surrounded label={label} hint={hint} error={error}>
      {(ids) => (
        <select className="input" {...rest} {...ids}>
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Surrounded>
  );
}

/** One of a few, all visible. */
export function ChoiceGroup({
  legend,
  name,
  options,
  value,
  onChange,
}: {
  legend: ReactNode;
  name: string;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
}): ReactNode {
  return (
    <fieldset className="field choices">
      <legend className="field__label">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
