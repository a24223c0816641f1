import { CloudOff, TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import type { ErrorCode, SyncError } from '../../../shared/model/sync-error.ts';
import { WAYS_OUT } from '../../../shared/model/way-out.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Countdown } from '../../components/countdown.tsx';
import { doctorText } from '../../doctor-text.ts';
import { errorWords } from '../../error-words.ts';
import type { Act } from '../../hooks/use-act.ts';
import { text } from '../../text.ts';

/** These pass by themselves, so they are said quietly. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'server-unreachable',
  'server-timeout',
  'server-unavailable',
  'server-rate-limited',
  'token-locked',
  'busy',
]);

type Way = keyof typeof text.errorActions | 'openFolder';

/** The step that mends it, where one is a click away. */
const WAYS: Readonly<Partial<Record<ErrorCode, Way>>> = {
  ...WAYS_OUT,
  'workspace-replaced': 'folder',
  'disk-full': 'openFolder',
};

function WayOut({ way, act }: { readonly way: Way; readonly act: Act }): JSX.Element {
  switch (way) {
    case 'folder':
      return <Button onClick={() => void act('held.approve', null)}>{text.errorActions.folder}</Button>;
    case 'openFolder':
      return <Button onClick={() => void act('app.openFolder', null)}>{text.openFolder}</Button>;
    default:
      return (
        <Button kind="primary" onClick={() => void act('app.openWindow', 'setup')}>
          {text.errorActions[way]}
        </Button>
      );
  }
}

interface Props {
  readonly error: SyncError;
  readonly nextCycle: number | null;
  readonly act: Act;
}

/** What the last cycle failed with: what happened, what it means for the files, what to do, when it is tried again. */
export function ErrorCard({ error, nextCycle, act }: Props): JSX.Element {
  const passing = PASSING.has(error.code);
  const way = WAYS[error.code];
  const { message, help } = errorWords({ code: error.code });
  // The first sentence says what happened: it is the title.
  const [, title = message, rest = ''] = /^(.+?)(?:\.(?:\s+|$)|。)(.*)$/su.exec(message) ?? [];
  return (
    <Card
      tone={passing ? 'quiet' : 'danger'}
      icon={passing ? CloudOff : TriangleAlert}
      title={title}
      actions={
        <>
          {way !== undefined && <WayOut way={way} act={act} />}
          <Button onClick={() => void act('app.openWindow', 'doctor')}>{doctorText.findOut}</Button>
        </>
      }
    >
      {rest !== '' && <p>{rest}</p>}
      <p>{help}</p>
      {error.detail !== undefined && <p className="cause">{text.details(error.detail)}</p>}
      {nextCycle !== null && <Countdown time={nextCycle} />}
    </Card>
  );
}
