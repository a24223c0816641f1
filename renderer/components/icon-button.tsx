import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, JSX } from 'react';
import { Button } from './button.tsx';

interface Props extends Omit<ComponentProps<typeof Button>, 'className' | 'title' | 'aria-label'> {
  /** Its accessible name, and what the mouse is told. */
  readonly label: string;
  readonly icon: LucideIcon;
}

/** A button that shows a picture and no word. */
export function IconButton({ label, icon: Icon, ...rest }: Props): JSX.Element {
  return (
    <Button {...rest} className="button-icon" aria-label={label} title={label}>
      <Icon aria-hidden="true" />
    </Button>
  );
}
