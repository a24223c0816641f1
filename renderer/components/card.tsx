import type { LucideIcon } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { useId } from 'react';

/** How loud a card is: `danger` and `warning` need a person, `quiet` informs. */
type Tone = 'danger' | 'warning' | 'quiet' | 'accent';

interface Props {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** One thing that a person should know, with what can be done about it. */
export function Card({ tone, icon: Icon, title, children, actions }: Props): JSX.Element {
  const id = useId();
  return (
    <section className={`card card-${tone}`} aria-labelledby={id}>
      <Icon className="card-icon" aria-hidden="true" />
      <div className="card-text">
        <h2 id={id}>{title}</h2>
        {children}
        {actions !== undefined && <div className="card-actions">{actions}</div>}
      </div>
    </section>
  );
}
