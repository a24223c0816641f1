import type { ComponentProps, JSX, ReactNode, Ref } from 'react';
import { useId } from 'react';

interface Props extends Omit<ComponentProps<'input'>, 'onChange'> {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the value; said next to the field and tied to it. */
  readonly problem: string | null;
  readonly onValue: (value: string) => void;
  readonly inputRef: Ref<HTMLInputElement>;
  /** A button at the end of the field. */
  readonly extra?: ReactNode;
}

/** A labelled field with its hint and, when the value cannot be used, what is wrong with it. */
export function TextField({ label, hint, problem, onValue, inputRef, extra, ...input }: Props): JSX.Element {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-line">
        <input
          autoComplete="off"
          spellCheck={false}
          {...input}
          ref={inputRef}
          id={id}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-note`}
          onChange={(event) => onValue(event.target.value)}
        />
        {extra}
      </div>
      <p id={`${id}-note`} className={problem === null ? 'field-note' : 'field-note field-problem'}>
        {problem ?? hint}
      </p>
    </div>
  );
}
