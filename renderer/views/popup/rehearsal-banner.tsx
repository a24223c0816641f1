import { FlaskConical } from 'lucide-react';
import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import type { Act } from '../../hooks/use-act.ts';
import { text } from '../../text.ts';

/** Says all the time that nothing of this is real, and how to make it real. */
export function RehearsalBanner({ act }: { readonly act: Act }): JSX.Element {
  return (
    <div className="banner" role="note">
      <FlaskConical aria-hidden="true" />
      <span>{text.rehearsal.banner}</span>
      <Button kind="quiet" onClick={() => void act('app.openWindow', 'setup')}>
        {text.rehearsal.leave}
      </Button>
    </div>
  );
}
