import type { ComponentProps, JSX } from 'react';

interface Props extends ComponentProps<'button'> {
  readonly kind?: 'primary' | 'plain' | 'quiet';
  /** Runs already or makes no sense now. The button keeps the focus, which a `disabled` one would drop. */
  readonly inert?: boolean;
}

/** Every button of the application. */
export function Button({
  kind = 'plain',
  inert = false,
  onClick,
  className = '',
  ...rest
}: Props): JSX.Element {
  return (
    <button
      type="button"
      {...rest}
      className={`button button-${kind} ${className}`}
      aria-disabled={inert || undefined}
      onClick={(event) => {
        if (inert) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
