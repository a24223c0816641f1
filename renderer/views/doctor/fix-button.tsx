import type { JSX } from 'react';
import type { DoctorCheckId, DoctorFix } from '../../../shared/model/doctor.ts';
import { Button } from '../../components/button.tsx';
import { doctorText } from '../../doctor-text.ts';
import { doctorNames } from '../../doctor-words.ts';
import type { Act } from '../../hooks/use-act.ts';

interface Props {
  readonly id: DoctorCheckId;
  readonly fix: DoctorFix;
  readonly act: Act;
}

function start(id: DoctorCheckId, fix: DoctorFix, act: Act): Promise<unknown> {
  switch (fix) {
    case 'connection':
      return act('app.openWindow', 'setup');
    case 'settings':
      return act('app.openSettings', id === 'autostart' ? 'behaviour' : 'network');
    case 'folder':
      return act('app.openFolder', null);
    case 'sync':
      return act('sync.now', null);
  }
}

/** The step that mends a line, where it is one click away. */
export function FixButton({ id, fix, act }: Props): JSX.Element {
  const words = doctorText.fix(fix);
  return (
    <Button
      className="check-fix"
      aria-label={doctorText.fixFor(words, doctorNames.check(id))}
      onClick={() => void start(id, fix, act)}
    >
      {words}
    </Button>
  );
}
