import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';

type Weight = 'main' | 'plain' | 'quiet';

const classFor = (weight: Weight): string => (weight === 'plain' ? 'button' : `button button--${weight}`);

/** A button that does something on this page. While `busy` it stays focusable and says so. */
export function Button({
  weight = 'plain',
  busy = false,
  onClick,
  ...rest
}: ComponentProps<'button'> & { weight?: Weight; busy?: boolean }): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classFor(weight)}
    />
  );
}

/** A link that looks like a button: it goes to another page. */
export function ButtonLink({ weight = 'plain', ...rest }: LinkProps & { weight?: Weight }): ReactNode {
  return <Link {...rest} className={classFor(weight)} />;
}
