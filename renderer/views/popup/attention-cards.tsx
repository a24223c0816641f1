import { CirclePause, Plug } from 'lucide-react';
import type { JSX } from 'react';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import type { Act } from '../../hooks/use-act.ts';
import { useNow } from '../../hooks/use-now.ts';
import { text } from '../../text.ts';
import { bySecrets } from '../secrets/secret-items.ts';
import { ErrorCard } from './error-card.tsx';
import { HeldCard } from './held-card.tsx';
import { SecretCard } from './secret-card.tsx';
import { TrayHintCard } from './tray-hint-card.tsx';

interface Props {
  readonly snapshot: AppSnapshot;
  readonly act: Act;
}

function ConnectCard({ act }: { readonly act: Act }): JSX.Element {
  const actions = (
    <>
      <Button kind="primary" onClick={() => void act('app.openWindow', 'setup')}>
        {text.connect.setUp}
      </Button>
      <Button onClick={() => void act('rehearsal.start', null)}>{text.rehearsal.start}</Button>
    </>
  );
  return (
    <Card tone="accent" icon={Plug} title={text.connect.title} actions={actions}>
      <p>{text.connect.body}</p>
    </Card>
  );
}

function PausedCard({ until, act }: { readonly until: number | null; readonly act: Act }): JSX.Element {
  const now = useNow(30_000);
  const resume = <Button onClick={() => void act('sync.resume', null)}>{text.resume}</Button>;
  return (
    <Card tone="quiet" icon={CirclePause} title={text.paused(until, now)} actions={resume}>
      <p>{text.pausedBody}</p>
    </Card>
  );
}

/** What a person should see before everything else, the most pressing first; nothing when all is well. */
export function AttentionCards({ snapshot, act }: Props): JSX.Element {
  const { state, error, held, paused, pausedUntil, trayHost } = snapshot;
  const { secret, braked } = bySecrets(held);
  return (
    <>
      {state === 'setup' && <ConnectCard act={act} />}
      {error !== null && state !== 'setup' && (
        <ErrorCard error={error} nextCycle={snapshot.nextCycle} act={act} />
      )}
      {braked.length > 0 && <HeldCard held={braked} act={act} />}
      {secret.length > 0 && <SecretCard items={secret} act={act} />}
      {paused && <PausedCard until={pausedUntil} act={act} />}
      {!trayHost && <TrayHintCard />}
    </>
  );
}
