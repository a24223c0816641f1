import type { JSX } from 'react';
import { useId } from 'react';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import type { UpdateRestart, UpdateStatus } from '../../../shared/model/updates.ts';
import { Age } from '../../components/age.tsx';
import { Button } from '../../components/button.tsx';
import { updatesText as words } from '../../updates-text.ts';
import { SwitchSetting } from './switch-setting.tsx';
import { useUpdates } from './use-updates.ts';

interface Props {
  readonly settings: Settings;
  /** A change has arrived: why updates are off may be another reason now. */
  readonly saved: boolean;
  readonly onChange: (change: CallInput<'settings.update'>) => void;
}

/** Which version runs, what comes next, and why nothing does where that is so. */
export function UpdatesSection({ settings, saved, onChange }: Props): JSX.Element {
  const id = useId();
  const { status, answer, look, restart } = useUpdates(saved);
  const canChoose = status !== null && (status.off === null || status.off === 'switchedOff');
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <div className="group-box">
        {canChoose && (
          <SwitchSetting
            label={words.on}
            hint={words.onHint}
            on={settings.updates}
            policyKey="updates"
            onChange={(updates) => onChange({ updates })}
          />
        )}
        {status !== null && <Facts status={status} />}
        <output>{status !== null && <p>{sentence(status, answer)}</p>}</output>
        {status !== null && <Actions status={status} look={look} restart={restart} />}
      </div>
    </section>
  );
}

function Facts({ status: { version, off, lookedAt } }: { readonly status: UpdateStatus }): JSX.Element {
  return (
    <dl className="facts">
      <div>
        <dt>{words.version}</dt>
        <dd>{version}</dd>
      </div>
      {off === null && (
        <div>
          <dt>{words.looked}</dt>
          <dd>{lookedAt === null ? words.notLooked : <Age time={lookedAt} />}</dd>
        </div>
      )}
    </dl>
  );
}

interface ActionProps {
  readonly status: UpdateStatus;
  readonly look: () => void;
  readonly restart: () => void;
}

function Actions({ status: { off, stage, next }, look, restart }: ActionProps): JSX.Element | null {
  if (off !== null) return null;
  if (stage === 'ready' && next !== null) return <Button onClick={restart}>{words.restart(next)}</Button>;
  return (
    <Button inert={stage !== 'idle'} onClick={look}>
      {words.look}
    </Button>
  );
}

function progress({ stage, next }: UpdateStatus): string {
  if (stage === 'looking') return words.looking;
  if (stage === 'downloading') return words.downloading(next ?? '');
  return stage === 'ready' ? words.ready(next ?? '') : '';
}

/** The one thing to say: why nothing comes, what failed, or how far it is. */
function sentence(status: UpdateStatus, answer: UpdateRestart | null): string {
  const { off, problem, stage, lookedAt } = status;
  if (off !== null) return words.off(off);
  if (answer !== null && stage === 'ready') return words.restarted(answer);
  if (problem !== null) return words.problem(problem);
  return stage === 'idle' && lookedAt !== null ? words.upToDate : progress(status);
}
